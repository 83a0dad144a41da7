"""Every code that the planner gives has a sentence in both languages, and saying it leaves nothing in braces."""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from ashore.documents.answer.view import View, help_of
from ashore.errors import Fact, Message
from ashore.household.keys.debt_keys import DEBT_KEYS
from ashore.planning.cliffs import DAYS_PAST_DUE
from ashore.planning.plan import Plan
from ashore.planning.urgent import COURT_STAGES
from ashore.texts import Language, say
from ashore.texts.sentences import SENTENCES
from documents.households import NAMES, plan_of
from needs import ROOT

LANGUAGES: tuple[Language, ...] = ("zh", "en")
PLANNING = ROOT / "src" / "ashore" / "planning"
TOLD_BEFORE = {"triage.py", "triage_rules.py"}
"""The first card's own modules, tested with it."""
FACTS: Mapping[str, Fact] = {
    "days": 1,
    "on": date(2026, 12, 14),
    "paid_by": date(2026, 12, 14),
    "what": "objection",
    "lenders": ("甲", "乙"),
    "debt": "网商贷",
    "creditor": "某银行",
    "account": "支付宝",
    "asset": "旧手机",
}


def patterns(source: str) -> Iterator[str]:
    """Yield each code given to a Message as a regular expression; what is computed in it matches anything."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Message" and node.args:
            yield from _codes(node.args[0], source)


def _codes(node: ast.expr, source: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(code)):
            yield re.escape(code)
        case ast.JoinedStr():
            yield "".join(
                re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in node.values
            )
        case ast.IfExp():
            yield from _codes(node.body, source)
            yield from _codes(node.orelse, source)
        case ast.Name():
            for assigned in ast.walk(ast.parse(source)):
                if isinstance(assigned, ast.Assign) and ast.unparse(assigned.targets[0]) == node.id:
                    yield from _codes(assigned.value, source)
        case ast.BinOp():
            yield from (f"{code}.*" for code in _codes(node.left, source))
        case _:
            yield from ()


PATTERNS = sorted(
    {
        pattern
        for path in PLANNING.glob("*.py")
        if path.name not in TOLD_BEFORE
        for pattern in patterns(path.read_text("utf-8"))
    }
)
EXPANDED = {
    r"why\-not\-.+": {f"why-not-{kind}" for kind in ("waive", "rate", "settle", "extend", "defer")},
    r"urgent\-.+": {
        *(f"urgent-{stage}" for stage in COURT_STAGES),
        *(f"urgent-day-{days}" for days in DAYS_PAST_DUE),
        *(
            "urgent-maturity",
            "urgent-agreement-missed",
            "urgent-agreement-missed-by-word",
            "urgent-concession-ends",
            "urgent-promo-ends",
            "urgent-home",
            "urgent-utilities",
        ),
    },
    r"reason\-take\-.+\-other": {f"reason-take-{kind}-other" for kind in ("extend", "waive", "settle")},
    r"urgent\-debit\-.+.*": {
        f"urgent-debit-{what}{sued}" for what in ("living", "stock") for sued in ("", "-sued")
    },
}


def test_the_planner_gives_codes_that_are_looked_for():
    assert {r"next\-pay", r"next\-write", r"urgent\-nothing", r"reason\-cuts"} <= set(PATTERNS)
    assert len(PATTERNS) > 20


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_code_of_the_planner_has_a_sentence(pattern):
    assert [code for code in SENTENCES if re.fullmatch(pattern, code)]


def test_every_computed_code_has_its_sentences():
    computed = {pattern for pattern in PATTERNS if ".+" in pattern}
    assert computed == set(EXPANDED)
    assert {code for codes in EXPANDED.values() for code in codes} <= set(SENTENCES)


def facts_of(code: str) -> dict[str, Fact]:
    """Return a value for each fact that a sentence names, by its unit."""
    names = set(re.findall(r"{(\w+)}", SENTENCES[code]))
    units: Mapping[str, Fact] = {"fen": 1_234_56, "month": "2026-12", "ahead": 21, "number": "12368"}
    return {name: FACTS.get(name, units.get(name.rsplit("_", 1)[-1], 3)) for name in names}


TOLD = [code for code in SENTENCES if code.startswith(("urgent-", "next-", "reason-", "goal-"))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TOLD)
def test_every_sentence_of_the_planner_is_said_whole(code, language):
    text = say(Message(code, facts_of(code)), language)
    assert "{" not in text
    assert text.endswith(("。", "”", ".", "”"))
    assert (
        re.search("[\u4e00-\u9fff]", re.sub("网商贷|某银行|支付宝|旧手机|甲|乙", "", text)) is not None
    ) == (language == "zh")


def said(plan: Plan) -> Iterator[Message]:
    """Yield what the planner itself says of a plan, as it is worded."""
    view = View(plan, help_of(plan.household.jurisdiction))
    yield from (view.worded(message) for message in (plan.urgent, plan.next_step, *plan.reasons))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_worded_for_a_household_is_said_in_both_languages(name):
    for message in said(plan_of(name)):
        assert all("{" not in say(message, language) for language in LANGUAGES)


def test_the_households_bring_out_most_of_what_the_planner_can_say():
    codes = {message.code for name in NAMES for message in said(plan_of(name))}
    assert len([code for code in codes if code.startswith("urgent-")]) >= 20
    assert len([code for code in codes if code.startswith("reason-")]) >= 9
    assert {"next-pay", "next-write", "next-write-before", "next-write-unnamed", "next-no-debt"} <= codes


def test_every_field_that_may_be_assumed_has_words():
    fields = {key.name for key in DEBT_KEYS} - {"name"}
    told = {code.split("-")[1] for code in SENTENCES if code.startswith("assumed-") and "-field-" not in code}
    alone = {code.removeprefix("assumed-field-") for code in SENTENCES if code.startswith("assumed-field-")}
    assert fields - told - alone == set()
