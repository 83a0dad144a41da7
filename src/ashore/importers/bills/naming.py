"""What the words of a row name: a bank, the last digits of a card, a payment app, the person's own account."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.cells import Line

BANKS: Final[Mapping[str, tuple[str, ...]]] = {
    "icbc": ("工商银行", "工行"),
    "abc": ("农业银行", "农行"),
    "boc": ("中国银行", "中行"),
    "ccb": ("建设银行", "建行"),
    "bocom": ("交通银行", "交行"),
    "psbc": ("邮储银行", "邮政储蓄", "邮储"),
    "cmb": ("招商银行", "招行", "掌上生活"),
    "citic": ("中信银行",),
    "ceb": ("光大银行",),
    "cmbc": ("民生银行",),
    "cib": ("兴业银行",),
    "spdb": ("浦发银行", "浦东发展银行"),
    "pab": ("平安银行",),
    "hxb": ("华夏银行",),
    "cgb": ("广发银行", "广东发展银行"),
    "mybank": ("网商银行",),
    "webank": ("微众银行",),
}
"""How people and apps write the names of banks."""

SHOPS: Final[Mapping[str, tuple[str, ...]]] = {
    "jd": ("京东", "网银在线"),
    "meituan": ("美团", "大众点评", "钱袋宝", "三快"),
}
WALLETS: Final[Mapping[str, tuple[str, ...]]] = {
    "alipay": ("支付宝", "alipay", "蚂蚁", "花呗", "余额宝"),
    "wechat": ("财付通", "微信", "tenpay", "wechat", "零钱"),
}
RANKS: Final[Mapping[str, int]] = dict.fromkeys(SHOPS, 0) | dict.fromkeys(WALLETS, 1)
"""How near to the purchase an export stands: the shop's own, the wallet's; any other is a bank's (2)."""
BANK_RANK: Final = 2
ANY_APP: Final = re.compile(
    "|".join(word for table in (WALLETS, SHOPS) for said in table.values() for word in said)
)

PAID_BY: Final = {"alipay": ("支付宝",), "wechat": ("微信",)}
"""How a shop's export says which wallet it was paid with."""

OWN: Final = ("本人", "自己", "同名", "本行转账给自己", "own account")
INTO_BANK: Final = ("提现", "转出", "赎回", "卖出")
OUT_OF_BANK: Final = ("充值", "转入", "购买", "买入", "申购", "单次转入", "自动转入")
"""Which way a wallet's transfer between own accounts moved the bank's money."""

TAIL: Final = re.compile(
    r"[(（\[【]\s*\*{0,4}(\d{4})\s*[)）\]】]|(?:尾号|末四位|后四位)[为:：\s]*(\d{4})(?!\d)|\*(\d{4})(?!\d)|^(\d{4})$"
)
MIN_NAME: Final = 2
OWNER: Final = re.compile(r"(?:姓名|户名)\s*[:：]\s*([^\s*＊,]{2,})")
NAMED_WITHIN: Final = 40


@lru_cache(maxsize=1 << 14)
def tails_in(text: str) -> frozenset[str]:
    """Return the last four digits of every card that a text names: `招商银行(1234)`, 尾号1234, `6214****1234`."""
    return frozenset(digits for found in TAIL.findall(text) for digits in found if digits)


@lru_cache(maxsize=1 << 14)
def banks_in(text: str) -> frozenset[str]:
    """Return the codes of every bank that a text names."""
    return frozenset(code for code, words in BANKS.items() if any(word in text for word in words))


def says_account(text: str) -> bool:
    """Return whether a text names any bank or card."""
    return bool(tails_in(text) or banks_in(text))


def names_account(text: str, account: str) -> bool | None:
    """Return whether a text names an account by its card's last digits or its bank; None where it cannot be compared.

    Digits decide before names: `工商银行(1234)` does not name `工商银行(9876)`.
    """
    for named, own in ((tails_in(text), tails_in(account)), (banks_in(text), banks_in(account))):
        if named and own:
            return bool(named & own)
    return None


def owner_in(head: Sequence[Line]) -> str:
    """Return whose bill it is, as its first lines say; `""` where they do not, or the name is masked."""
    found = OWNER.search("\n".join(cell for line in head[:NAMED_WITHIN] for cell in line.cells))
    return found[1] if found else ""


def words_of(one: Transaction) -> str:
    """Return all that a row says of the other side, in small letters."""
    return f"{one.counterparty} {one.text} {one.said_category} {one.method}".lower()


def apps_named(one: Transaction) -> tuple[str, ...]:
    """Return the apps that a bank's or a wallet's row names as those that took the payment, wallets first.

    Only apps that stand nearer to the purchase than the row's own export.
    """
    words, rank = words_of(one), rank_of(one)
    if not rank or not ANY_APP.search(words):
        return ()
    tables = (WALLETS, SHOPS) if rank == BANK_RANK else (SHOPS,)
    return tuple(
        name for table in tables for name, said in table.items() if any(word in words for word in said)
    )


def wallets_in(method: str) -> frozenset[str]:
    """Return the wallets that a shop's export says a payment was made with."""
    return frozenset(name for name, said in PAID_BY.items() if any(word in method for word in said))


def rank_of(one: Transaction) -> int:
    """Return how far from the purchase a row's export stands: 0 a shop's, 1 a wallet's, 2 a bank's."""
    return RANKS.get(one.source, BANK_RANK)


def says_own(one: Transaction) -> bool:
    """Return whether a row itself says that the money stayed with the person."""
    return one.nature == "own-account" or any(word in words_of(one) for word in OWN)


def is_app(counterparty: str) -> bool:
    """Return whether the other side is an app and no person."""
    return ANY_APP.search(counterparty.lower()) is not None


def names_person(words: str, counterparty: str) -> bool:
    """Return whether words name a counterparty; one of a single character, or masked throughout, names nobody."""
    name = counterparty.lower().strip("*/ ")
    return len(name) >= MIN_NAME and name in words
