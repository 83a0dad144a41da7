"""Which column of a statement is which, by the words lenders put over them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ashore.household.file.wording import tidy

Column = Literal[
    "number", "draw", "due", "day", "paid-day", "kind", "amount", "total", "both", "principal", "interest", "penalty",
    "compound", "damages", "fee", "paid", "paid-principal", "paid-interest", "paid-penalty", "paid-fee", "left", "owed",
    "minimum", "state",
]  # fmt: skip
WORDS: Final[Mapping[Column, tuple[str, ...]]] = {
    "number": ("期数", "期次", "期号", "期序", "序号", "no", "number", "period", "instalment", "installment"),
    "draw": (
        "借据号", "借据编号", "借款编号", "贷款编号", "借款单号", "合同号", "合同编号", "借款合同号",
        "draw", "loan number", "loan no",
    ),
    "due": (
        "应还日期", "应还日", "应还款日", "应还款日期", "到期日", "到期日期", "约定还款日", "到期还款日", "最后还款日",
        "due", "due date",
    ),
    "day": (
        "日期", "交易日期", "交易时间", "交易日", "记账日期", "记账日", "入账日期", "入账日", "发生日期", "账务日期",
        "date", "day",
    ),
    "paid-day": ("实还日期", "实还日", "实际还款日", "实际还款日期", "实际还款时间", "还款时间", "结清日期", "paid on"),
    "kind": ("类型", "交易类型", "摘要", "项目", "业务类型", "交易摘要", "说明", "type", "kind", "description"),
    "amount": ("金额", "交易金额", "发生额", "发生金额", "amount"),
    "total": ("应还金额", "应还总额", "应还合计", "每期应还", "total"),
    "both": ("本息合计", "应还本息", "本息", "principal and interest"),
    "principal": ("本金", "应还本金", "当期本金", "principal"),
    "interest": ("利息", "应还利息", "当期利息", "interest"),
    "penalty": ("罚息", "应还罚息", "逾期罚息", "penalty", "penalty interest"),
    "compound": ("复利", "应还复利", "compound", "compound interest"),
    "damages": ("违约金", "滞纳金", "逾期违约金", "damages", "late fee"),
    "fee": (
        "费用", "手续费", "服务费", "应还费用", "分期手续费", "担保费", "保险费", "保费", "咨询费", "会员费",
        "应还手续费", "应还服务费", "fee", "fees",
    ),
    "paid": ("实还金额", "已还金额", "还款金额", "实还总额", "已还总额", "paid", "amount paid"),
    "paid-principal": ("实还本金", "已还本金", "paid principal"),
    "paid-interest": ("实还利息", "已还利息", "paid interest"),
    "paid-penalty": ("实还罚息", "已还罚息", "paid penalty"),
    "paid-fee": ("实还费用", "已还费用", "paid fee"),
    "left": ("剩余本金", "本金余额", "贷款余额", "balance", "principal left"),
    "minimum": ("最低还款", "最低还款额", "本期最低还款额", "最低应还", "minimum", "minimum payment"),
    "owed": ("欠款总额", "账户欠款", "owed", "total owed"),
    "state": ("状态", "还款状态", "结清状态", "账单状态", "当期状态", "status", "state"),
}  # fmt: skip
BY_WORD: Final[Mapping[str, Column]] = {word: column for column, words in WORDS.items() for word in words}
assert len(BY_WORD) == sum(map(len, WORDS.values())), "a heading stands for two columns"
DAYS: Final[frozenset[Column]] = frozenset({"due", "day", "paid-day"})
FIGURES: Final[frozenset[Column]] = frozenset(WORDS.keys()) - DAYS - {"number", "draw", "kind", "state"}
REPAID_DAYS: Final = frozenset({"还款日期", "还款日"})
"""The day a due falls, or the day it was paid where a column of due days stands beside it."""
BOUGHT_DAYS: Final = frozenset({"交易日期", "交易时间", "交易日"})
"""Days on which something was bought: where the day it was posted stands beside them, that one counts."""
ADDED_UP: Final[frozenset[Column]] = frozenset({"fee"})
"""What may stand in several columns, to be added up."""
SETTLED: Final = frozenset({
    "已还", "已还清", "已还款", "已结清", "结清", "正常还款", "按时还款", "正常结清", "逾期结清", "逾期已还",
    "paid", "repaid", "settled",
})  # fmt: skip
"""What a column of states says of an instalment that was paid in full."""
UNCLEAR: Final = frozenset({
    "借方", "贷方", "借方金额", "贷方金额", "收入", "支出", "收入金额", "支出金额", "余额", "账户余额",
    "未还本金", "剩余未还本金", "剩余应还", "待还总额", "未还总额", "未还金额", "逾期利息", "逾期本金", "月供", "期供",
})  # fmt: skip
"""Headings of figures that lenders use for more than one thing."""
UNITS_IN_BRACKETS: Final = r"[(\[【](?:元|人民币|人民币元|¥|rmb|cny|yuan)[)\]】]"


def heading_of(cell: str) -> str:
    """Return a heading's words alone, in small letters: a unit of whole yuan in brackets and marks are left out."""
    plain = re.sub(UNITS_IN_BRACKETS, "", tidy(cell).lower())
    return re.sub(r"[\s_:*]+", " ", plain).strip()


def columns_of(cells: Sequence[str]) -> dict[int, Column]:
    """Return the columns that headings name, by place; each column may be named again (see `twice_in`)."""
    words = [heading_of(cell) for cell in cells]
    found: dict[int, Column] = {}
    for place, word in enumerate(words):
        column = BY_WORD.get(word) or BY_WORD.get(word.replace(" ", ""))
        if column:
            found[place] = column
    if list(found.values()).count("day") > 1:
        found = {place: column for place, column in found.items() if words[place] not in BOUGHT_DAYS}
    due_named = "due" in found.values()
    for place, word in enumerate(words):
        if word in REPAID_DAYS:
            found[place] = "paid-day" if due_named else "due"
    return dict(sorted(found.items()))


def twice_in(columns: Mapping[int, Column]) -> int | None:
    """Return the place of a column that was named before and cannot be added up; None where there is none."""
    seen: set[Column] = set()
    for place, column in columns.items():
        if column in seen and column not in ADDED_UP:
            return place
        seen.add(column)
    return None


def is_heading(cells: Sequence[str]) -> bool:
    """Return whether a row names a column of days and a column of figures."""
    named = set(columns_of(cells).values())
    return bool(named & DAYS) and bool(named & FIGURES)


KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "lent": ("放款", "贷款发放", "发放", "支用", "借款", "提款", "lent", "drawdown", "disbursement"),
    "payment": (
        "还款", "扣款", "代扣", "自动还款", "主动还款", "自动扣款", "正常还款", "逾期还款", "部分还款",
        "归还", "还本付息", "和解还款", "协议还款", "payment", "repayment", "settlement payment",
    ),
    "early": ("提前还款", "提前还本", "部分提前还款", "提前部分还款", "prepayment", "early repayment"),
    "closing": ("提前结清", "提前还清", "提前全部还款", "全部提前还款", "paid off", "early payoff"),
    "interest": ("利息", "结息", "计息", "interest"),
    "penalty": ("罚息", "应还罚息", "逾期罚息", "penalty", "penalty interest"),
    "compound": ("复利", "compound", "compound interest"),
    "damages": ("违约金", "滞纳金", "逾期违约金", "damages", "late fee"),
    "fee": ("费用", "手续费", "服务费", "账户管理费", "担保费", "保险费", "fee"),
    "waive": ("减免", "息费减免", "waiver"),
    "waive-penalty": ("罚息减免",),
    "agreed": (
        "和解协议", "减免协议", "结清减免协议", "减免结清协议", "协商还款协议",
        "settlement agreed", "settlement agreement",
    ),
    "agreed-due": ("和解应还", "协议应还", "settlement due"),
    "forgiven": (
        "结清减免", "和解减免", "协议减免", "剩余减免", "减免剩余欠款", "本金减免", "减免本金", "本息减免",
        "forgiven", "rest forgiven",
    ),
    "accelerate": ("提前到期", "宣布提前到期", "贷款提前到期", "accelerated", "acceleration"),
    "due": ("应还", "到期", "账单", "本期账单", "账单金额", "本期应还", "due", "bill"),
    "minimum": ("最低还款", "最低还款额", "本期最低还款额", "最低应还", "minimum", "minimum payment"),
    "bought": ("消费", "分期入账", "purchase"),
    "cash": ("取现", "预借现金", "提现", "现金透支", "cash advance", "cash withdrawal"),
    "cash-interest": ("取现利息", "预借现金利息", "cash advance interest", "interest on cash advances"),
    "left": ("余额", "本金余额", "剩余本金", "balance"),
    "received": ("到账", "实际到账", "实收", "received"),
}  # fmt: skip
KIND_OF: Final[Mapping[str, str]] = {word: kind for kind, words in KINDS.items() for word in words}
"""What a row of a running account is about, by the lender's word for it."""
