"""The words by which apps say what a payment was, shared by their formats: rules as data, the first that fits holds."""

import re
from collections.abc import Mapping
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


class Rules:
    """Rules in order; the last ones fit everything."""

    def __init__(self, *rules: Rule) -> None:
        """Keep the rules, and one pattern that tells whether any of their words stands in a text at all."""
        self.rules = rules
        self._words = re.compile("|".join(rule.text for rule in rules if rule.text))
        self._plain: dict[tuple[Way, str, str], Said] = {}

    def of(self, way: Way, sort: str, text: str, status: str) -> Said:
        """Return what the first rule that fits says; most rows hold no special word, and their answers are kept."""
        if self._words.search(text):
            return self._first(way, sort, text, status)
        found = self._plain.get((way, sort, status))
        if found is None:
            found = self._plain[way, sort, status] = self._first(way, sort, "", status)
            if len(self._plain) > KEPT_MAX:
                self._plain.clear()
        return found

    def _first(self, way: Way, sort: str, text: str, status: str) -> Said:
        return next(
            (rule.kind, rule.nature)
            for rule in self.rules
            if way in rule.ways
            and re.search(rule.sort, sort)
            and re.search(rule.text, text)
            and re.search(rule.status, status)
        )


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
