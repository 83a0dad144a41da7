"""The formats that are known.  A new one is a module with a `Format`, named here; the first that recognises wins."""

from typing import Final

from ashore.importers.bills import alipay, bank, beancount_reading, jd, meituan, wechat
from ashore.importers.bills.form import Format, TextFormat

FORMATS: Final[tuple[Format, ...]] = (
    jd.FORMAT,
    meituan.FORMAT,
    wechat.FORMAT,
    alipay.FORMAT,
    bank.FORMAT,
)
TEXT_FORMATS: Final[tuple[TextFormat, ...]] = (beancount_reading.TEXT_FORMAT,)
