"""Writes docs/examples: one line for each example household, with the answer that its plan gives.

Without arguments the pages are written; `--check` lists those that would change and exits with 1.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from ashore.cli.household import household_from
from ashore.dates import month_of
from ashore.packs.planned import plan_of
from ashore.planning.plan import Plan
from ashore.texts import Language
from ashore.texts.facts import format_fact, format_month

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "src" / "ashore" / "examples"
PAGES: Final[Mapping[Language, Path]] = {
    "en": ROOT / "docs" / "examples.md",
    "zh": ROOT / "docs" / "examples.zh.md",
}
WHO: Final[Mapping[str, Mapping[Language, str]]] = {
    "demo": {
        "en": "A shop in a mall, a large loan overdue for 69 days, a year's rent ahead, a wage about to end",
        "zh": "商场里的小店，网商贷逾期 69 天，铺租在前头，一份工资要停",
    },
    "rider": {
        "en": "Laid off and delivering food: money by the week, counted by bad weeks",
        "zh": "被裁后送外卖，钱按周到账，按差的一周算",
    },
    "illness": {
        "en": "On sick pay until March; the bank has offered to defer",
        "zh": "病假到明年三月，银行口头说可以延期",
    },
    "overspender": {
        "en": "A good wage and five debts, none overdue: highest rate first is as good as anything",
        "zh": "工资不低，五笔账都没逾期，利率高的先还就很好",
    },
    "deferral": {
        "en": "The bank has agreed in writing to defer three instalments",
        "zh": "银行书面同意延期三个月",
    },
    "bullet": {
        "en": "A print shop whose loan falls due in one sum in June",
        "zh": "打印店，先息后本的本金六月一次到期",
    },
    "just-fails": {
        "en": "A driver who is a few hundred yuan short, in one month",
        "zh": "网约车司机，只有一个月差几百元",
    },
    "nothing-works": {
        "en": "One wage, a child, six debts, one of them before a court",
        "zh": "一份工资带一个孩子，六笔账，一笔被起诉",
    },
    "mortgage": {
        "en": "A couple with a mortgage of 276 instalments and a card",
        "zh": "小夫妻，房贷还有 276 期，另有信用卡",
    },
    "eight-debts": {
        "en": "Eight small debts on seven days of the month",
        "zh": "八笔小账，一个月七个还款日",
    },
}
WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "title": "Example households",
        "lead": "Invented people with the terms of real products, in `examples/`. Each file begins with its story. "
        "Written by `tools/examples_page.py`; the answer is what `ashore plan FILE` says.",
        "head": "| file | who | answer |",
        "closed": "works, the last debt is closed in {last}",
        "agreed": "works if what was offered is agreed in writing, the last debt is closed in {last}",
        "left": "works, {left} is left on {debts} after {years} years",
        "short": "does not work; {missing} more today would do",
        "asks": "; if {count} to what is asked, all are closed in {last}",
        "asks-left": "; if {count} to what is asked, each can be paid",
        "creditor": "one creditor agrees",
        "creditors": "{count} creditors agree",
    },
    "zh": {
        "title": "示例家庭",
        "lead": "人物是虚构的，条款取自真实的产品，放在 `examples/` 里。每个文件开头写着这家人的事。"
        "由 `tools/examples_page.py` 生成，结果就是 `ashore plan FILE` 给的。",
        "head": "| 文件 | 谁 | 结果 |",
        "closed": "还得完，{last}还清最后一笔",
        "agreed": "对方给的方案谈成、拿到书面的，就还得完，{last}还清最后一笔",
        "left": "还得上，{years} 年后{debts}还剩 {left}",
        "short": "照合同还不齐，今天再多 {missing} 就够",
        "asks": "；{count}答应请求，也能{last}还清最后一笔",
        "asks-left": "；{count}答应请求，也还得上",
        "creditor": "一家",
        "creditors": "{count} 家都",
    },
}
YEAR_MONTHS: Final = 12


def plan_for(name: str) -> Plan:
    """Return the plan of an example by its name without `.toml`."""
    return plan_of(household_from((FOLDER / f"{name}.toml").read_bytes(), "en"))


def answer(plan: Plan, language: Language) -> str:
    """Return what the plan comes to in a few words."""
    outcome, words = plan.outcome, WORDS[language]
    if plan.status == "does-not-work":
        short = words["short"].format(missing=format_fact("missing_fen", plan.shortfall_fen, language))
        return short + _asked(plan, language)
    if outcome.debt_free:
        code = "agreed" if plan.status == "works-with-concessions" else "closed"
        return words[code].format(last=format_month(str(month_of(outcome.debt_free)), language))
    names = tuple(debt.name for debt in plan.household.debts if debt.id in outcome.left_debts)
    left = format_fact("left_fen", outcome.left_fen, language)
    return words["left"].format(
        left=left, debts=format_fact("debts", names, language), years=plan.horizon // YEAR_MONTHS
    )


def _asked(plan: Plan, language: Language) -> str:
    """Return what asking leads to, nothing where no asks help."""
    if not plan.asks:
        return ""
    found, words = plan.asks[0], WORDS[language]
    code = "creditors" if len(found.debts) > 1 else "creditor"
    count, closed = words[code].format(count=len(found.debts)), found.outcome.debt_free
    if closed is None:
        return words["asks-left"].format(count=count)
    return words["asks"].format(count=count, last=format_month(str(month_of(closed)), language))


def pages(plan: Callable[[str], Plan] = plan_for) -> dict[Path, str]:
    """Return every page's text by its path; `plan` gives the plan of an example."""
    plans = {name: plan(name) for name in WHO}
    return {path: "\n".join(_page(plans, language)) + "\n" for language, path in PAGES.items()}


def _page(plans: Mapping[str, Plan], language: Language) -> Iterator[str]:
    words = WORDS[language]
    yield from (f"# {words['title']}", "", words["lead"], "", words["head"], "|---|---|---|")
    for name, who in WHO.items():
        link = f"[`{name}.toml`](../src/ashore/examples/{name}.toml)"
        yield f"| {link} | {who[language]} | {answer(plans[name], language)} |"


def main() -> None:
    """Write the pages, or with `--check` say which would change."""
    changed = {path: text for path, text in pages().items() if not _is_current(path, text)}
    if "--check" in sys.argv:
        for path in changed:
            print(path.relative_to(ROOT))
        sys.exit(bool(changed))
    for path, text in changed.items():
        path.write_text(text, "utf-8")


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    main()
