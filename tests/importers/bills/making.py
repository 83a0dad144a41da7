"""Bills of Alipay and WeChat Pay in every known variant, written from a list of true rows.

What each sort of row looks like is typed here by hand from research/china-facts.md D (and the samples it names); the
readers have no part in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from importers.workbooks import workbook

SPENT, GOT, NEITHER = "支出", "收入", "不计收支"


@dataclass(frozen=True)
class Sort:
    """One sort of row: how the app writes it, and what it is."""

    category: str
    text: str
    way: str
    status: str
    method: str
    kind: str
    nature: str
    credit: str = ""
    why: str = ""  # why the row is left out, instead of kind and nature


@dataclass(frozen=True)
class Truth:
    """One true row of a bill."""

    sort: Sort
    at: datetime
    fen: int
    counterparty: str = "某店"
    order: str = ""
    merchant_order: str = ""
    fee_fen: int = 0
    back_fen: int = 0  # what the row itself says came back

    @property
    def yuan(self) -> str:
        """Return the amount in yuan."""
        return f"{self.fen // 100}.{self.fen % 100:02d}"


ALIPAY: Final = {
    "lunch": Sort("餐饮美食", "午餐", SPENT, "交易成功", "余额", "spending", "purchase"),
    "on-huabei": Sort("日用百货", "纸巾", SPENT, "交易成功", "花呗", "spending", "purchase", "huabei"),
    "on-both": Sort("日用百货", "牙膏", SPENT, "交易成功", "花呗&红包", "spending", "purchase", "huabei"),
    "on-card": Sort(
        "交通出行", "打车", SPENT, "支付成功", "招商银行信用卡(1234)", "spending", "purchase", "card"
    ),
    "on-its-way": Sort("数码电器", "耳机", SPENT, "等待确认收货", "余额宝", "spending", "purchase"),
    "repaid": Sort(
        "信用借还", "花呗主动还款-2023年02月账单", NEITHER, "还款成功", "余额宝", "repayment", "repaid"
    ),
    "repaid-by-itself": Sort(
        "信用借还",
        "自动还款-花呗|信用购2026年09月账单",
        NEITHER,
        "还款成功",
        "某银行(1234)",
        "repayment",
        "repaid",
    ),
    "repaid-jiebei": Sort("信用借还", "蚂蚁借呗还款", NEITHER, "交易成功", "余额", "repayment", "repaid"),
    "repaid-wsd": Sort("其他", "网商贷-还款", SPENT, "交易成功", "余额", "repayment", "repaid"),
    "repaid-card": Sort("信用借还", "信用卡还款", SPENT, "还款成功", "余额宝", "repayment", "repaid"),
    "drawn": Sort("信用借还", "蚂蚁借呗放款至余额", NEITHER, "交易成功", "余额", "transfer", "borrowed"),
    "drawn-wsd": Sort("其他", "网商贷-放款", GOT, "交易成功", "余额", "transfer", "borrowed"),
    "drawn-spare": Sort("信用借还", "备用金取出至余额", NEITHER, "交易成功", "", "transfer", "borrowed"),
    "to-yuebao": Sort(
        "投资理财", "余额宝-单次转入", NEITHER, "交易成功", "某银行(1234)", "transfer", "own-account"
    ),
    "from-yuebao": Sort(
        "投资理财", "余额宝-转出到余额", NEITHER, "交易成功", "余额宝", "transfer", "own-account"
    ),
    "to-bank": Sort("账户存取", "提现-实时提现", NEITHER, "交易成功", "余额", "transfer", "own-account"),
    "top-up": Sort("账户存取", "充值-普通充值", NEITHER, "交易成功", "", "transfer", "own-account"),
    "yield": Sort("投资理财", "余额宝-2023.02.11-收益发放", NEITHER, "交易成功", "余额宝", "income", "yield"),
    "family": Sort("亲友代付", "亲情卡", SPENT, "交易成功", "余额", "spending", "family-card"),
    "to-friend": Sort("转账红包", "转账", SPENT, "交易成功", "余额", "spending", "person"),
    "from-friend": Sort("转账红包", "转账", GOT, "交易成功", "余额", "income", "person"),
    "packet-out": Sort("转账红包", "普通红包", SPENT, "交易成功", "余额", "spending", "red-packet"),
    "packet-in": Sort("转账红包", "收到普通红包", GOT, "交易成功", "余额", "income", "red-packet"),
    "takings": Sort("商业服务", "收钱码收款", GOT, "交易成功", "余额", "income", "takings"),
    "wage": Sort("收入", "2月工资", GOT, "交易成功", "余额", "income", "wage"),
    "held-only": Sort("日用百货", "共享单车免押", NEITHER, "解冻成功", "", "", "", why="held"),
    "not-paid": Sort("日用百货", "帽子", NEITHER, "交易关闭", "", "", "", why="closed"),
    "waiting": Sort("日用百货", "鞋", SPENT, "等待付款", "", "", "", why="waiting"),
    "failed": Sort("信用借还", "花呗自动还款", NEITHER, "还款失败", "", "", "", why="failed"),
    "on-others": Sort("医疗健康", "药品", NEITHER, "交易成功", "亲情卡(家人)", "", "", why="others-paid"),
}
ALIPAY_REFUND: Final = Sort("退款", "退款-午餐", NEITHER, "退款成功", "余额", "refund", "refund")

WECHAT: Final = {
    "lunch": Sort("商户消费", "午餐", SPENT, "支付成功", "零钱", "spending", "purchase"),
    "on-card": Sort(
        "商户消费", "衣服", SPENT, "支付成功", "招商银行信用卡(1234)", "spending", "purchase", "card"
    ),
    "by-code": Sort(
        "扫二维码付款", "收款方备注:二维码收款", SPENT, "已转账", "零钱通", "spending", "purchase"
    ),
    "gift": Sort("分分捐", "焕新乐园", SPENT, "支付成功", "零钱", "spending", "purchase"),
    "other": Sort("从没见过的类型", "/", SPENT, "支付成功", "零钱", "spending", "unclear"),
    "to-friend": Sort("转账", "转账备注:微信转账", SPENT, "朋友已收钱", "零钱通", "spending", "person"),
    "from-friend": Sort("转账", "转账备注:微信转账", GOT, "已存入零钱", "/", "income", "person"),
    "packet-out": Sort("微信红包", "/", SPENT, "支付成功", "零钱", "spending", "red-packet"),
    "packet-in": Sort("微信红包", "/", GOT, "已存入零钱", "/", "income", "red-packet"),
    "group": Sort("群收款", "/", SPENT, "已转账", "零钱", "spending", "person"),
    "takings": Sort("二维码收款", "收款方备注:二维码收款", GOT, "已收钱", "零钱", "income", "takings"),
    "to-lqt": Sort("转入零钱通-来自零钱", "/", "/", "支付成功", "零钱", "transfer", "own-account"),
    "from-lqt": Sort("零钱通转出-到零钱", "/", "/", "支付成功", "零钱通", "transfer", "own-account"),
    "to-bank": Sort("零钱提现", "/", "/", "提现已到账", "工商银行", "transfer", "own-account"),
    "top-up": Sort("零钱充值", "/", "/", "充值完成", "工商银行(9876)", "transfer", "own-account"),
    "fund": Sort("购买理财通", "某基金", "/", "支付成功", "工商银行", "transfer", "own-account"),
    "repaid-card": Sort("信用卡还款", "/", "/", "支付成功", "零钱", "repayment", "repaid"),
    "repaid-wld": Sort("商户消费", "微粒贷还款", SPENT, "支付成功", "零钱", "repayment", "repaid"),
    "family": Sort("亲属卡交易", "亲属卡", SPENT, "支付成功", "零钱通", "spending", "family-card"),
    "reward": Sort("赞赏码", "/", SPENT, "朋友已收钱", "零钱", "spending", "person"),
    "failed": Sort("零钱提现", "/", "/", "提现失败，已退回零钱", "工商银行", "", "", why="failed"),
}
WECHAT_PART: Final = replace(WECHAT["lunch"], status="已退款(¥{back})")
WECHAT_WHOLE: Final = replace(WECHAT["lunch"], status="已全额退款")
WECHAT_REFUND: Final = Sort("某店-退款", "/", GOT, "已全额退款", "零钱", "refund", "refund")

APP_COLUMNS: Final = (
    "交易时间", "交易分类", "交易对方", "对方账号", "商品说明", "收/支", "金额", "收/付款方式", "交易状态",
    "交易订单号", "商家订单号", "备注",
)  # fmt: skip
OLD_COLUMNS: Final = (
    "收/支", "交易对方", "对方账号", "商品说明", "收/付款方式", "金额", "交易状态", "交易分类", "交易订单号",
    "商家订单号", "交易时间",
)  # fmt: skip
WEB_COLUMNS: Final = (
    "交易号", "商家订单号", "交易创建时间", "付款时间", "最近修改时间", "交易来源地", "类型", "交易对方", "商品名称",
    "金额（元）", "收/支", "交易状态", "服务费（元）", "成功退款（元）", "备注", "资金状态",
)  # fmt: skip
WECHAT_COLUMNS: Final = (
    "交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号", "商户单号",
    "备注",
)  # fmt: skip


def _alipay_cells(truth: Truth, *, other: bool = False) -> dict[str, str]:
    way = "其他" if other and truth.sort.way == NEITHER else truth.sort.way
    when = f"{truth.at:%Y-%m-%d %H:%M:%S}"
    return {
        "交易时间": when,
        "交易创建时间": when,
        "付款时间": when,
        "最近修改时间": when,
        "交易来源地": "其他（包括阿里巴巴和外部商家）",
        "交易分类": truth.sort.category,
        "类型": truth.sort.category,
        "交易对方": truth.counterparty,
        "对方账号": "/",
        "商品说明": truth.sort.text,
        "商品名称": truth.sort.text,
        "收/支": way,
        "金额": truth.yuan,
        "金额（元）": truth.yuan,
        "收/付款方式": truth.sort.method,
        "交易状态": truth.sort.status,
        "交易订单号": truth.order + "\t",
        "交易号": truth.order + "\t",
        "商家订单号": truth.merchant_order + "\t",
        "备注": "",
        "服务费（元）": f"{truth.fee_fen / 100:.2f}",
        "成功退款（元）": f"{truth.back_fen / 100:.2f}",
        "资金状态": {SPENT: "已支出", GOT: "已收入"}.get(truth.sort.way, "资金转移"),
    }


def _stated(truths: Sequence[Truth], way: str) -> str:
    some = [one.fen for one in truths if one.sort.way in ({way} if way in {SPENT, GOT} else {NEITHER, "/"})]
    return f"{way}：{len(some)}笔 {sum(some) / 100:.2f}元"


def _app_head(truths: Sequence[Truth], lines: int, issuer: str) -> list[str]:
    """Return the lines before an app bill's headings, so many that the headings stand in the next one."""
    head = [
        "-" * 84,
        "导出信息：",
        "姓名：某人",
        "支付宝账户：某人的账户",
        "起始时间：[2023-01-01 00:00:00]    终止时间：[2023-12-31 23:59:59]",
        "导出交易类型：[全部]",
        "导出时间：[2024-01-02 09:12:52]",
        f"共{len(truths)}笔记录",
        _stated(truths, GOT),
        _stated(truths, SPENT),
        _stated(truths, NEITHER),
        "",
        "特别提示：",
    ]
    notes = lines - len(head) - 2
    head += [f"{number}.本明细仅供个人对账使用，不包括已删除的记录；" for number in range(1, notes + 1)]
    return [*head, "", f"{'-' * 24}{issuer}  电子客户回单{'-' * 24}"]


OLD_ISSUER: Final = "支付宝（中国）网络技术有限公司"
NEW_ISSUER: Final = "支付宝支付科技有限公司"


def _app(
    truths: Sequence[Truth],
    *,
    lines: int = 24,
    issuer: str = OLD_ISSUER,
    columns: Sequence[str] = APP_COLUMNS,
    pad: int = 0,
    other: bool = False,
    separator: str = ",",
) -> str:
    rows = [[_alipay_cells(one, other=other)[name] for name in columns] for one in truths]
    body = [separator.join(cell.ljust(pad) for cell in row) + separator for row in (columns, *rows)]
    return "\n".join([*_app_head(truths, lines, issuer), *body, ""])


def _web(truths: Sequence[Truth]) -> str:
    head = [
        "支付宝交易记录明细查询",
        "账号:[某人的账户]",
        "起始日期:[2023-01-01 00:00:00]    终止日期:[2024-01-01 00:00:00]",
        "-" * 33 + "交易记录明细列表" + "-" * 36,
    ]
    rows = [[_alipay_cells(one)[name] for name in WEB_COLUMNS] for one in truths]
    body = [",".join(cell.ljust(12) for cell in row) + "," for row in (WEB_COLUMNS, *rows)]
    sums = [f"{word}:0笔,0.00元" for word in ("已收入", "待收入", "已支出", "待支出")]
    tail = ["-" * 84, f"共{len(truths)}笔记录", *sums, "导出时间:[2024-01-02 09:12:52]    用户:某人"]
    return "\r\n".join([*head, *body, *tail, ""])


ALIPAY_VARIANTS: Final[dict[str, Callable[[Sequence[Truth]], bytes]]] = {
    "app-24-padded": lambda truths: _app(truths, pad=20).encode("gb18030"),
    "app-22-new-issuer": lambda truths: _app(truths, lines=22, issuer=NEW_ISSUER).encode("gb18030"),
    "app-23": lambda truths: _app(truths, lines=23, issuer=NEW_ISSUER).encode("gb18030"),
    "app-old-order": lambda truths: _app(truths, columns=OLD_COLUMNS, pad=16, other=True).encode("gb18030"),
    "app-utf8-bom": lambda truths: _app(truths).encode("utf-8-sig"),
    "app-utf8": lambda truths: _app(truths).replace("\n", "\r\n").encode(),
    "app-utf16": lambda truths: _app(truths).encode("utf-16"),
    "app-semicolons": lambda truths: _app(truths, separator=";").encode(),
    "app-more-columns": lambda truths: _more_columns(_app(truths)).encode("gb18030"),
    "web": lambda truths: _web(truths).encode("gb18030"),
}
WEB_FEE = frozenset({"web"})
"""Variants that have columns for fees and for what came back."""


def _more_columns(text: str) -> str:
    """Return a bill with a column nobody has seen before in front of the amount."""
    lines = text.split("\n")
    first = next(place for place, line in enumerate(lines) if line.startswith("交易时间"))
    for place in range(first, len(lines)):
        cells = lines[place].split(",")
        if len(cells) > 6:
            cells.insert(6, "新列" if place == first else "999.99")
            lines[place] = ",".join(cells)
    return "\n".join(lines)


def wechat_rows(truths: Sequence[Truth], amount: Callable[[Truth], object], tab: str) -> list[list[object]]:
    """Return the rows of a WeChat bill, amounts as `amount` writes them."""
    return [
        [
            f"{one.at:%Y-%m-%d %H:%M:%S}",
            one.sort.category,
            one.counterparty,
            one.sort.text,
            one.sort.way,
            amount(one),
            one.sort.method,
            one.sort.status.format(back=f"{one.back_fen / 100:.2f}"),
            one.order + tab,
            (one.merchant_order or "/") + tab,
            f"服务费¥{one.fee_fen / 100:.2f}" if one.fee_fen else "/",
        ]
        for one in truths
    ]


def _wechat_head(truths: Sequence[Truth], zone: str = "") -> list[str]:
    """Return the lines before the headings: sixteen, or with the line on time zones seventeen."""
    head = [
        "微信支付账单明细",
        "微信昵称：[某人]",
        "起始时间：[2023-01-01 00:00:00] 终止时间：[2023-12-31 23:59:59]",
        "导出类型：[全部]",
        "导出时间：[2024-01-02 16:05:22]",
        "",
        f"共{len(truths)}笔记录",
        _stated(truths, GOT),
        _stated(truths, SPENT),
        _stated(truths, "中性交易"),
        "注：",
        "1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易",
        "2. 本明细仅展示当前账单中的交易，不包括已删除的记录",
        "3. 本明细仅供个人对账使用",
    ]
    return [*head, *([zone] if zone else []), "", "-" * 22 + "微信支付账单明细列表" + "-" * 20]


def _with_mark(one: Truth) -> str:
    return f"¥{one.yuan}"


def _wechat_csv(truths: Sequence[Truth], *, tabs: str = "\t") -> bytes:
    head = [line + ",,,,,,,," for line in _wechat_head(truths)]
    rows = wechat_rows(truths, _with_mark, tabs)
    body = [",".join(f'"{cell}"' if cell == "/" else str(cell) for cell in row) for row in rows]
    return "\n".join([*head, ",".join(WECHAT_COLUMNS), *body, ""]).encode("utf-8-sig")


def _wechat_sheet(
    truths: Sequence[Truth], amount: Callable[[Truth], object], zone: str = "", *, dated: bool = False
) -> list[list[object]]:
    rows = wechat_rows(truths, amount, "\t")
    if dated:
        rows = [[one.at, *row[1:]] for one, row in zip(truths, rows, strict=True)]
    return [*([line] for line in _wechat_head(truths, zone)), list(WECHAT_COLUMNS), *rows]


def _stale(sheet: list[list[object]]) -> list[list[object]]:
    return [[f"Column{number}" for number in range(1, 12)], *sheet]


def _number(one: Truth) -> object:
    return one.fen / 100


ZONE: Final = "4. 本账单中所有时间均为UTC+08:00时间"
WECHAT_VARIANTS: Final[dict[str, Callable[[Sequence[Truth]], bytes]]] = {
    "csv": _wechat_csv,
    "csv-more-tabs": lambda truths: _wechat_csv(truths, tabs="\t\t"),
    "csv-gb18030": lambda truths: _wechat_csv(truths).decode("utf-8-sig").encode("gb18030"),
    "xlsx-marked": lambda truths: workbook(_wechat_sheet(truths, _with_mark)),
    "xlsx-numbers": lambda truths: workbook(_wechat_sheet(truths, _number, ZONE)),
    "xlsx-dates": lambda truths: workbook(_wechat_sheet(truths, _number, ZONE, dated=True)),
    "xlsx-stale": lambda truths: workbook(
        _stale(_wechat_sheet(truths, _with_mark)), _wechat_sheet(truths, _number, ZONE)
    ),
}
