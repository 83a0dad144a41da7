"""Whatever bytes a statement or a list of payments has, it is read or refused with findings, never with a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.errors import AshoreError
from ashore.household.audited import audit
from ashore.household.model import Debt
from ashore.importers.payments import read_payments
from ashore.importers.statement.reading import read_statement
from ashore.texts import say_finding
from importers.statements import AS_OF, CARD, DEBT

pytestmark = pytest.mark.property
HEADINGS = st.sampled_from(
    [
        "期数",
        "应还日期",
        "日期",
        "应还本金(元)",
        "利息",
        "罚息",
        "复利",
        "实还金额",
        "还款日期",
        "剩余本金",
        "类型",
        "金额",
        "备注",
        "借据号",
        "最低还款额",
    ]
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "1",
            "2026-09-15",
            "2026/2/30",
            "8,600.00",
            "-5",
            "1e3",
            "还款",
            "放款",
            "罚息",
            "提前到期",
            "减免",
            "合计",
            "小计",
            "消费",
            "账单",
            "利息",
            "提前还款",
            "提前结清",
            "2026-10-15",
            "2026-10-20",
            "０.01",
            "1.005",
        ]
    ),
    st.text(max_size=6),
)
TABLES = st.tuples(
    st.lists(HEADINGS, min_size=2, max_size=8), st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=6)
)


def said(findings) -> None:
    """Assert that every finding can be said."""
    for one in findings:
        assert say_finding(one, "zh")
        assert say_finding(one, "en")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes):
    said(read_statement(data, AS_OF).findings)
    said(read_payments(data).findings)


@given(TABLES, st.sampled_from([",", "\t", " "]), st.booleans(), st.sampled_from([DEBT, CARD]))
def test_any_table_is_audited_or_refused(table, separator: str, planned: bool, debt: Debt):
    headings, rows = table
    text = "\n".join(separator.join(row) for row in (headings, *rows))
    reading = read_statement(text.encode("utf-8", "replace"), AS_OF, planned=planned, debt=debt)
    said(reading.findings)
    assert (reading.statement is None) == any(one.level == "stop" for one in reading.findings)
    if reading.statement is not None:
        try:
            found = audit(debt, reading.statement, AS_OF, planned=planned)
        except AshoreError:
            return
        assert len(found.verdicts) <= len(reading.statement.claims)
