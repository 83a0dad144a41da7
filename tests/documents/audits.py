"""A lender's statement with something of every kind, audited: what its page and its lines are made from."""

from datetime import date
from functools import cache

from ashore.documents.audit.parts import audit_parts
from ashore.documents.audit.view import AuditView
from ashore.documents.report import page_html
from ashore.errors import Message
from ashore.household import read_parsed, read_source
from ashore.household.audited import audit
from ashore.importers.statement.reading import read_statement
from ashore.packs.ceilings import ceilings_for
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from ashore.texts.language import Language

AS_OF = date(2026, 11, 23)
FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[debt]]
id = "wsd"
name = "网商贷"
creditor = "浙江网商银行"
lender_kind = "bank"
balance = 60200.00
original = 86000.00
start = 2026-05-15
rate = "0.045%/day"
method = "equal-principal"
periods_left = 4
due_day = 15
penalty = "x1.5"
compound = true
source = {rate = "contract", method = "contract", penalty = "contract"}
"""
STATEMENT = """\
期数,应还日期,应还本金,应还利息,罚息,应还总额,实还金额,还款日期,剩余本金
1,2026-06-15,8600.00,1199.70,0.00,9799.70,9799.70,2026-06-15,77400.00
2,2026-07-15,8600.00,1079.73,0.00,9679.73,9679.73,2026-07-15,68800.00
3,2026-08-15,8600.00,959.76,40.00,9599.76,9599.76,2026-08-20,60200.00
4,2026-09-15,8600.00,839.79,586.21,10062.00,,,
5,2026-10-15,8600.00,696.60,326.31,9622.91,,,
6,2026-11-15,8600.00,599.85,66.24,9266.09,,,
"""


@cache
def audit_view() -> AuditView:
    """Return the audit: a doubled penalty, an interest of one day too many, a total that is not its parts."""
    household = read_parsed(read_source(FILE.encode()), all_products()).household
    assert household is not None
    (debt,) = household.debts
    reading = read_statement(STATEMENT.encode(), AS_OF)
    assert reading.statement is not None
    pack = load_pack("cn")
    found = audit(debt, reading.statement, AS_OF)
    return AuditView(found, ceilings_for(pack, "bank", date(2026, 5, 15), AS_OF), pack, AS_OF)


def audit_page(language: Language) -> str:
    """Return the page to attach."""
    return page_html(
        audit_parts(audit_view(), language), Message("audit-subtitle", {"as_of": AS_OF}), language, ()
    )
