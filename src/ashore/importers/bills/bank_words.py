"""The words that banks put over their columns and into their rows, as data."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from ashore.household.transactions import Way
from ashore.importers.bills.words import BORROWED, CLOSING, FEE, LENDER, REPAID, WAGE, Rule, Rules

Field = Literal[
    "day", "posted", "time", "amount", "in", "out", "way", "balance", "counterparty", "account_there", "summary",
    "sort", "text", "place", "currency", "tail", "order",
]  # fmt: skip
"""What a column may hold.  `posted` is the day of booking, read where `day` is empty."""
FIELDS: Final[tuple[Field, ...]] = get_args(Field)

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "day": (
        "交易日期", "交易日", "日期", "发生日期", "交易时间", "记账日期", "记账日", "入账日期",
        "transaction date", "date",
    ),
    "posted": ("记账日期", "记账日", "银行记账日", "入账日期", "账务日期", "posting date"),
    "time": ("交易时间", "记账时间", "时间", "time"),
    "amount": (
        "交易金额", "发生额", "发生金额", "金额", "记账金额", "入账金额", "人民币金额", "入账币种/金额",
        "交易币种/金额", "amount", "billing amount",
    ),
    "in": (
        "收入金额", "收入", "存入金额", "存入", "贷方金额", "贷方发生额", "贷方", "转入金额", "入账", "记账金额(收入)",
        "交易金额(收入)", "credit", "paid in",
    ),
    "out": (
        "支出金额", "支出", "支取金额", "支取", "取出", "借方金额", "借方发生额", "借方", "转出金额", "记账金额(支出)",
        "交易金额(支出)", "debit", "paid out",
    ),
    "way": ("借贷", "借贷标志", "借贷方向", "借/贷", "收/支", "收支", "收支方向", "交易方向", "收付标志"),
    "balance": ("余额", "账户余额", "联机余额", "本次余额", "当前余额", "交易后余额", "可用余额", "balance"),
    "counterparty": (
        "对方户名", "对方账户名", "对方账户名称", "对方名称", "对方姓名", "对手信息", "交易对手", "交易对方",
        "对方信息", "收/付款方", "payee", "counterparty",
    ),
    "account_there": ("对方账号", "对方卡号/账号", "对方账户", "对方卡号", "对方账号/卡号", "对手账号"),
    "summary": ("摘要", "交易摘要", "交易说明", "交易描述", "业务摘要", "摘要说明", "description"),
    "sort": ("交易类型", "交易名称", "业务类型", "交易类别", "type"),
    "text": ("附言", "交易附言", "客户摘要", "备注", "用途", "交易备注", "交易详情", "摘要备注", "memo", "note"),
    "place": ("交易场所", "交易地点", "交易地点/附言", "交易渠道", "渠道"),
    "currency": (
        "币种", "币别", "货币", "记账币种", "入账货币", "交易币种", "交易货币", "billing currency",
        "currency",
    ),
    "tail": ("卡号末四位", "卡号后四位", "卡末四位", "借记卡号", "卡号", "账号", "交易卡号", "本方账号"),
    "order": ("交易流水号", "流水号", "日志号", "日 志 号", "核心流水号", "reference"),
}  # fmt: skip
"""For each field the headings that banks write, the surest first."""

YUAN: Final = frozenset({"", "人民币", "人民币元", "cny", "rmb", "cn¥", "156", "钞", "-"})
"""What a column of currencies says of yuan."""
CURRENCY: Final = r"(?:人民币|[A-Za-z]{3})"
WAYS: Final[Mapping[str, Way]] = {
    "借": "out", "dr": "out", "支": "out", "支出": "out", "付": "out", "转出": "out", "debit": "out", "d": "out",
    "贷": "in", "cr": "in", "收": "in", "收入": "in", "存入": "in", "转入": "in", "credit": "in", "c": "in",
}  # fmt: skip
SUMS: Final = ("合计", "总计", "小计", "本页", "累计", "total")
CREDIT_CARD: Final = ("信用卡", "贷记卡", "credit card")
"""What the head of a credit card's export says of itself."""
PAID_BACK: Final = r"还款|退款|退货|入账|返现|消费撤销"
BOUGHT: Final = r"消费|支付|分期|取现|年费|利息|网上|商户"
"""Rows of a credit card that lower what is owed, and rows that raise it: they tell what a minus sign means."""

REFUND: Final = r"退款|退货|消费撤销|冲正|撤销"
OWN: Final = r"提现|理财|基金|申购|赎回|定期|通知存款|大额存单|零钱充值|零钱通|余额宝|同名|本人|约定转账"
SHOP_CHANNELS: Final = r"支付宝|财付通|微信支付|网银在线|京东|美团|抖音支付|云闪付"
PERSON: Final = r"转账|汇款|跨行|网转|汇入|转入|转出|银联入账|他行|红包|群收款"
PURCHASE: Final = r"消费|支付|缴费|代扣|扣费|快捷|ETC|网购|商户|POS|无卡"

RULES: Final = Rules(
    Rule("transfer", "borrowed", ("in",), text=rf"{BORROWED}|贷款入账|借款到账"),
    Rule("refund", "refund", ("in",), text=REFUND),
    Rule("repayment", "repaid", ("in",), status="card", text=r"还款|转账|汇款|银联入账"),
    Rule("refund", "refund", ("in",), status="card", text=SHOP_CHANNELS),
    Rule("income", "wage", ("in",), text=rf"{WAGE}|代发(?!住房)|奖金|年终奖"),
    Rule("transfer", "borrowed", ("in",), status="^$", text=LENDER),
    Rule("income", "yield", ("in",), text=r"结息|利息|收益|分红"),
    Rule("transfer", "own-account", ("in",), text=OWN),
    Rule("income", "takings", ("in",), text=r"经营收款|收单|商户结算|二维码收款"),
    Rule("income", "person", ("in",), text=PERSON),
    Rule("repayment", "unclear", ("in",), status="card"),
    Rule("spending", "interest", ("out",), text=r"利息|罚息|违约金|滞纳金|融资担保|担保费"),
    Rule(
        "repayment",
        "repaid",
        ("out",),
        text=rf"{REPAID}|正常还款|自动还款|还款|还贷|归还贷款|本息|贷款扣款|房贷|车贷|按揭",
    ),
    Rule("repayment", "repaid", ("out",), status="^$", text=LENDER),
    Rule("spending", "fee", ("out",), text=rf"{FEE}|年费|工本费|短信费|账户管理费|服务费$"),
    Rule("transfer", "own-account", ("out",), text=OWN),
    Rule("spending", "purchase", ("out",), text=PURCHASE),
    Rule("spending", "person", ("out",), text=PERSON),
    Rule("spending", "purchase", ("out",), text=SHOP_CHANNELS),
    *CLOSING,
)
"""What a row is by its words; `status` is `card` for a credit card's export, where a repayment comes in.

What else came to a card is taken for one, too.
"""
