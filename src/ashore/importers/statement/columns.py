"""Which column of a statement is which, by the words lenders put over them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ashore.household.file.wording import tidy

Column = Literal[
    "number", "due", "day", "paid-day", "kind", "amount", "total", "principal", "interest", "penalty", "compound",
    "damages", "fee", "paid", "paid-principal", "paid-interest", "paid-penalty", "paid-fee", "left", "owed",
]  # fmt: skip
WORDS: Final[Mapping[Column, tuple[str, ...]]] = {
    "number": ("期数", "期次", "期号", "期序", "序号", "no", "number", "period", "instalment", "installment"),
    "due": ("应还日期", "应还日", "应还款日", "应还款日期", "到期日", "到期日期", "约定还款日", "due", "due date"),
    "day": ("日期", "交易日期", "交易时间", "记账日期", "记账日", "入账日期", "发生日期", "账务日期", "date", "day"),
    "paid-day": ("实还日期", "实际还款日", "实际还款日期", "还款时间", "结清日期", "paid on", "paid date"),
    "kind": ("类型", "交易类型", "摘要", "项目", "业务类型", "交易摘要", "说明", "type", "kind", "description"),
    "amount": ("金额", "交易金额", "发生额", "发生金额", "amount"),
    "total": ("应还金额", "应还总额", "应还本息", "本息合计", "期供", "月供", "应还合计", "每期应还", "total"),
    "principal": ("本金", "应还本金", "当期本金", "principal"),
    "interest": ("利息", "应还利息", "当期利息", "interest"),
    "penalty": ("罚息", "逾期利息", "应还罚息", "逾期罚息", "penalty", "penalty interest"),
    "compound": ("复利", "应还复利", "compound", "compound interest"),
    "damages": ("违约金", "滞纳金", "逾期违约金", "damages", "late fee"),
    "fee": ("费用", "手续费", "服务费", "应还费用", "分期手续费", "担保费", "保险费", "fee", "fees"),
    "paid": ("实还金额", "已还金额", "还款金额", "实还总额", "已还总额", "paid", "amount paid"),
    "paid-principal": ("实还本金", "已还本金", "paid principal"),
    "paid-interest": ("实还利息", "已还利息", "paid interest"),
    "paid-penalty": ("实还罚息", "已还罚息", "paid penalty"),
    "paid-fee": ("实还费用", "已还费用", "paid fee"),
    "left": ("剩余本金", "本金余额", "贷款余额", "未还本金", "剩余未还本金", "balance", "principal left"),
    "owed": ("欠款总额", "待还总额", "未还总额", "账户欠款", "剩余应还", "owed", "total owed"),
}  # fmt: skip
BY_WORD: Final[Mapping[str, Column]] = {word: column for column, words in WORDS.items() for word in words}
assert len(BY_WORD) == sum(map(len, WORDS.values())), "a heading stands for two columns"
DAYS: Final[frozenset[Column]] = frozenset({"due", "day", "paid-day"})
FIGURES: Final[frozenset[Column]] = frozenset(WORDS.keys()) - DAYS - {"number", "kind"}
REPAID_DAY: Final = "还款日期"
"""The day a due falls, or the day it was paid where a column of due days stands beside it."""


def heading_of(cell: str) -> str:
    """Return a heading's words alone: units and marks in brackets gone, plain signs, small letters."""
    plain = re.sub(r"[(\[【].*?[)\]】]", "", tidy(cell)).lower()
    return re.sub(r"[\s_:*]+", " ", plain).strip()


def columns_of(cells: Sequence[str]) -> dict[int, Column]:
    """Return the columns that headings name, by place; a heading that stands twice counts once, the first time."""
    words = [heading_of(cell) for cell in cells]
    found: dict[int, Column] = {}
    for place, word in enumerate(words):
        column = BY_WORD.get(word) or BY_WORD.get(word.replace(" ", ""))
        if column and column not in found.values():
            found[place] = column
    if REPAID_DAY in words:
        found[words.index(REPAID_DAY)] = "paid-day" if "due" in found.values() else "due"
    return dict(sorted(found.items()))


def is_heading(cells: Sequence[str]) -> bool:
    """Return whether a row names a column of days and a column of figures."""
    named = set(columns_of(cells).values())
    return bool(named & DAYS) and bool(named & FIGURES)


KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "lent": ("放款", "贷款发放", "发放", "支用", "借款", "提款", "lent", "drawdown", "disbursement"),
    "payment": ("还款", "扣款", "代扣", "自动还款", "主动还款", "自动扣款", "提前还款", "归还", "payment", "repayment"),
    "interest": ("利息", "结息", "计息", "interest"),
    "penalty": ("罚息", "逾期利息", "逾期罚息", "penalty", "penalty interest"),
    "compound": ("复利", "compound", "compound interest"),
    "damages": ("违约金", "滞纳金", "逾期违约金", "damages", "late fee"),
    "fee": ("费用", "手续费", "服务费", "账户管理费", "担保费", "保险费", "fee"),
    "waive": ("减免", "息费减免", "罚息减免", "waiver"),
    "accelerate": ("提前到期", "宣布提前到期", "贷款提前到期", "accelerated", "acceleration"),
    "due": ("应还", "到期", "账单", "due"),
    "left": ("余额", "本金余额", "剩余本金", "balance"),
    "received": ("到账", "实际到账", "实收", "received"),
}  # fmt: skip
KIND_OF: Final[Mapping[str, str]] = {word: kind for kind, words in KINDS.items() for word in words}
"""What a row of a running account is about, by the lender's word for it."""
