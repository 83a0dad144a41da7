"""The words by which apps say what a payment was, shared by their formats: rules as data, the first that fits holds."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from ashore.household.transactions import Credit, Nature, TransactionKind
from ashore.importers.bills.form import fen_of

Way = Literal["in", "out", "neutral"]
"""Which way the money went by the export's own column; `neutral`: it counts as neither."""
WAYS: Final[Mapping[str, Way]] = {
    "收入": "in", "已收入": "in", "支出": "out", "已支出": "out",
    "不计收支": "neutral", "中性交易": "neutral", "其他": "neutral", "资金转移": "neutral", "/": "neutral",
}  # fmt: skip
LENDERS: Final = (
    r"(?:花呗|信用购|借呗|信用贷|网商贷|网商银行|备用金|信用卡|白条|金条|月付|微粒贷|分付|贷款|借款)"
)
REPAID: Final = rf"{LENDERS}.{{0,12}}(?:还款|归还|结清)|(?:还款|归还).{{0,4}}{LENDERS}"
BORROWED: Final = (
    r"放款|(?:贷款|借款)(?:发放|到账)|(?:借呗|网商贷|信用贷|微粒贷|金条|备用金).{0,4}(?:借款|取出|支用|到账)"
)
LENDER: Final = r"消费金融|小额贷款|小贷公司|汽车金融"
"""What companies are called that do nothing but lend: of an instalment a bank's row often says no more."""
WAGE: Final = r"工资|薪资|薪酬|劳务费"
FEE: Final = r"手续费|(?:提现|转账|还款|收款).{0,4}服务费"
CREDITS: Final[tuple[tuple[str, Credit], ...]] = (
    ("花呗|信用购", "huabei"), ("白条", "baitiao"), ("月付", "yuefu"), ("信用卡|贷记卡", "card"),
    ("借呗|网商贷|信用贷|分付|备用金|金条|先用后付", "other"),
)  # fmt: skip
KEPT_MAX: Final = 4096
FEE_IN: Final = re.compile(r"服务费[:：]?\s*([¥￥]?\d[\d,]*(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a row is where its way, sort, words and status fit; an empty pattern fits everything."""

    kind: TransactionKind
    nature: Nature
    ways: tuple[Way, ...]
    sort: str = ""
    text: str = ""
    status: str = ""


CLOSING: Final = (
    Rule("income", "unclear", ("in",)),
    Rule("spending", "unclear", ("out",)),
    Rule("transfer", "unclear", ("neutral",)),
)
"""The end of every table of rules: what is known by its way alone."""
Said = tuple[TransactionKind, Nature]
COUNTED: Final = re.compile(r"\{\d+,\d*\}")
DIGIT: Final = re.compile(r"\d")
OTHER_DIGITS: Final = "123456789"


class Rules:
    """Rules in order; the last ones fit everything.  None asks for a digit of its own: see `kinds_in`."""

    def __init__(self, *rules: Rule) -> None:
        """Keep the rules with their patterns."""
        assert not any(DIGIT.search(COUNTED.sub("", rule.text)) for rule in rules)
        self._rules = [
            (rule, *(re.compile(words).search for words in (rule.sort, rule.text, rule.status)))
            for rule in rules
        ]
        self._kept: dict[tuple[Way, str, str], list[tuple[Callable[[str], object], Said]]] = {}

    def of(self, way: Way, sort: str, text: str, status: str) -> Said:
        """Return what the first rule that fits says; the rules that fit all but a row's words are kept."""
        fitting = self._kept.get((way, sort, status))
        if fitting is None:
            if len(self._kept) >= KEPT_MAX:
                self._kept.clear()
            fitting = self._kept[way, sort, status] = [
                (in_text, (rule.kind, rule.nature))
                for rule, in_sort, in_text, in_status in self._rules
                if way in rule.ways and in_sort(sort) and in_status(status)
            ]
        return next(said for in_text, said in fitting if in_text(text))


def kinds_in(
    ask: Callable[[Way, str, str, str], Said],
    ways: Iterable[Way],
    sorts: Iterable[str],
    texts: Sequence[str],
    statuses: Iterable[str],
) -> list[Said]:
    """Return what `ask` says of every row by its way, sort, words and status.

    It is asked once about rows whose words differ in their digits alone (`订单-1234`, `订单-5678`), as no words that
    tell what a payment was have any.
    """
    joined = "\n".join(texts)
    for digit in OTHER_DIGITS:
        joined = joined.replace(digit, "0")
    shapes = joined.split("\n")
    if len(shapes) != len(texts):  # none, or one that holds a line end
        shapes = texts
    answers: dict[tuple[Way, str, str, str], Said] = {}
    kinds: list[Said] = []
    for row in zip(ways, sorts, shapes, statuses, strict=False):
        said = answers.get(row)
        if said is None:
            said = answers[row] = ask(*row)
        kinds.append(said)
    return kinds


def way_of(word: str) -> Way | None:
    """Return which way a word of the export says the money went; None for no such word."""
    return WAYS.get(word)


@lru_cache(maxsize=1024)
def credit_of(method: str) -> Credit:
    """Return what credit a method of payment is, alone or joined (`花呗&红包`); `""` for none."""
    for words, credit in CREDITS:
        if re.search(words, method):
            return credit
    return ""


def fee_in(remark: str) -> int:
    """Return the fen of a fee that a remark names (`服务费¥0.10`), 0 for none."""
    found = FEE_IN.search(remark) if remark else None
    return (fen_of(found[1]) or 0) if found else 0
