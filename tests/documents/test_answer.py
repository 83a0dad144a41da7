"""What is said of a plan stands in its binding order, and says neither more nor less than is true (practice §2)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from ashore.documents.answer.opening import shown_until
from ashore.documents.answer.parts import parts_of
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Bars, Block, Call, DebtsChart, Listing, Part, Say, Table
from ashore.errors import Message
from ashore.money import format_fen, format_yuan
from ashore.texts import Language, say
from documents.households import HOLDS, HOUSEHOLDS, NAMES, STAGES, WORKS, plan_of

LANGUAGES: tuple[Language, ...] = ("zh", "en")
DETAILS = ["totals", "calendar", "cash", "shop", "reasons", "assumed", "convention"]
PROMISES = re.compile(
    r"保证(?!人)|一定能|肯定能|放心|guarantee(?!d|or)|will certainly|promise", re.IGNORECASE
)
SHAME = re.compile(
    r"应该早|不该|乱花|大手大脚|你的错|不负责|irresponsib|your fault|should have", re.IGNORECASE
)
STOP_PAYING = re.compile(r"别还|不用还|不要还|停止还款|stop paying|do not pay", re.IGNORECASE)


def view_of(name: str) -> View:
    """Return the view of a household's plan."""
    plan = plan_of(name)
    return View(plan, help_of(plan.household.jurisdiction))


def heads(name: str, *, page: bool = False, with_compare: bool = True) -> list[str]:
    """Return the headings of an answer, without their common beginning."""
    parts = parts_of(view_of(name), page=page, with_compare=with_compare)
    return [part.code.removeprefix("answer-head-") for part in parts]


def messages(part: Part) -> Iterator[Message]:
    """Yield every sentence of a part, those of its tables too."""
    for block in part.blocks:
        yield from _messages(block)


def _messages(block: Block) -> Iterator[Message]:
    match block:
        case Say(message):
            yield message
        case Listing(_, items):
            yield from items
        case Table():
            yield block.caption
            yield from (cell for row in block.all_rows for cell in row if isinstance(cell, Message))
        case Bars(caption, bars):
            yield caption
            yield from (bar.words for bar in bars)
        case DebtsChart():
            yield block.summary
        case _:
            return


def text_of(name: str, language: Language, places: set[str] | None = None) -> str:
    """Return all sentences of an answer as one text."""
    parts = parts_of(view_of(name), page=False, with_compare=True)
    chosen = (part for part in parts if places is None or part.place in places)
    return "\n".join(say(message, language) for part in chosen for message in messages(part))


def only(order: list[str], found: list[str]) -> list[str]:
    """Return the expected order without what is not there."""
    return [head for head in order if head in found]


@pytest.mark.parametrize("name", NAMES)
def test_a_household_works_or_not_as_it_is_listed(name):
    assert plan_of(name).status == ("does-not-work" if name in HOLDS else "works")


@pytest.mark.parametrize("name", WORKS)
def test_a_plan_that_works_opens_with_the_urgent_thing_then_one_step_then_payments_then_the_path(name):
    order = ["urgent", "step", "payments", "path", "days", "compare", *DETAILS, "about"]
    found = heads(name)
    assert found == only(order, found)
    assert {"urgent", "step", "payments", "path", "totals", "convention", "about"} <= set(found)


@pytest.mark.parametrize("name", HOLDS)
def test_a_holding_plan_says_what_is_safe_then_one_step_then_the_number_then_ways_on(name):
    order = [
        "urgent",
        "safe",
        "step",
        "payments",
        "holding",
        "gap",
        "asks",
        "routes",
        "days",
        "compare",
        *DETAILS,
        "about",
    ]
    found = heads(name)
    assert found == only(order, found)
    assert {"urgent", "safe", "step", "holding", "gap", "asks", "routes", "about"} <= set(found)


@pytest.mark.parametrize("name", HOLDS)
def test_a_holding_plan_has_a_way_on_with_a_day_and_a_line_to_call(name):
    view = view_of(name)
    (routes,) = (
        part for part in parts_of(view, page=False, with_compare=False) if part.code == "answer-head-routes"
    )
    by = next(message.facts["by"] for message in messages(routes) if message.code.startswith("route-lender"))
    assert isinstance(by, date)
    assert view.as_of < by <= view.as_of + timedelta(days=7)
    kinds = [block.line.kind for block in routes.blocks if isinstance(block, Call)]
    assert "mental-health" in kinds
    assert "legal" in kinds


@pytest.mark.parametrize("name", HOLDS)
def test_a_holding_plan_is_called_a_proposal_and_never_an_order_to_stop(name):
    codes = {
        message.code
        for part in parts_of(view_of(name), page=False, with_compare=True)
        for message in messages(part)
    }
    assert "safe-proposal" in codes
    for language in LANGUAGES:
        text = (
            text_of(name, language).replace("不是叫你停下不还", "").replace("not advice to stop paying", "")
        )
        assert not STOP_PAYING.search(text)


@pytest.mark.parametrize("name", WORKS)
def test_a_plan_that_works_has_a_line_to_call_too(name):
    about = parts_of(view_of(name), page=False, with_compare=False)[-1]
    assert [block.line.kind for block in about.blocks if isinstance(block, Call)] == ["mental-health"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_promised_and_nobody_is_blamed(name, language):
    text = text_of(name, language)
    assert not PROMISES.search(text)
    assert not SHAME.search(text)


@pytest.mark.parametrize("name", [name for name in NAMES if len(HOUSEHOLDS[name].debts) > 1])
def test_all_that_is_owed_is_told_in_the_details_only(name):
    owed = plan_of(name).outcome.owed_fen
    first = text_of(name, "zh", {"first", "path"})
    assert format_yuan(owed) not in first
    assert format_fen(owed) not in first
    assert format_yuan(owed) in text_of(name, "zh", {"details"})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_ends_with_what_it_is_not_and_that_it_is_free(name, language):
    about = parts_of(view_of(name), page=False, with_compare=False)[-1]
    text = "\n".join(say(message, language) for message in messages(about))
    if language == "zh":
        assert "不是法律意见" in text
        assert "免费、无客服、无群、不代办、不收任何费用" in text
    else:
        assert "Not legal advice" in text
        assert "Free" in text


# Cases with words of their own


def said(name: str) -> set[str]:
    """Return the codes of all that is said for a household."""
    parts = parts_of(view_of(name), page=False, with_compare=True)
    return {message.code for part in parts for message in messages(part)}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("empty", {"household-empty"}),
        ("no-debt", {"urgent-nothing", "next-no-debt"}),
        ("one-debt", {"path-end-one", "path-clean", "next-pay"}),
        ("exposed-stock", {"urgent-debit-stock", "next-pay-besides"}),
        ("one-debt-this-month", {"path-end-now", "for-due-last"}),
        ("two-debts", {"path-end", "for-minimum", "bar-done"}),
        ("mortgage", {"path-left", "totals-left"}),
        ("only-mortgage", {"path-left-all"}),
        ("cured", {"path-cleared", "for-arrears", "urgent-day-90-cleared", "cliff-day-90-cleared"}),
        ("late-payday", {"note-paydays", "for-late"}),
        ("late-payday-one", {"note-payday"}),
        ("friend-soon", {"for-friend"}),
        ("friend", {"urgent-maturity", "path-relies", "reason-friend-loan", "totals-lent", "friend-debt"}),
        ("friend-unnamed", {"friend-debt-unnamed"}),
        ("side-work", {"reason-side-work"}),
        ("side-work-short", {"reason-side-work-now"}),
        ("variable", {"path-variable", "convention-low"}),
        ("guarantor", {"note-guarantor", "note-home", "note-spouse", "next-write-unnamed"}),
        ("old-debt", {"next-ask-first", "note-old", "for-old", "urgent-next-payment-old"}),
        ("old-debt-works", {"next-ask-first", "note-old", "for-old"}),
        ("deadline", {"urgent-deadline", "note-objection", "day-deadline"}),
        ("deadline-unverified", {"urgent-deadline-unverified", "day-deadline-unverified"}),
        ("deadline-passed", {"day-deadline-passed", "note-deadline-passed"}),
        ("sale", {"reason-sale"}),
        ("sale-sued", {"reason-sale-sued"}),
        ("maturity-covered", {"urgent-next-payment", "for-due-last"}),
        ("maturity", {"urgent-maturity"}),
        ("maturity-far", {"cliff-maturity-closed"}),
        ("met-last", {"reason-met-last"}),
        ("starving", {"urgent-essentials", "safe-living-until", "holding-nothing", "payments-none-holding"}),
        ("shop", {"shop-brings", "shop-instead", "shop-closed-end", "shop-choice", "for-due-law"}),
        ("shop-kept", {"shop-alternative-missing"}),
        ("shop-costs", {"shop-costs", "shop-closed-end", "route-shop"}),
        ("three-kinds", {"assumed-penalty-none", "assumed-fee_per_period", "assumed-field-minimum"}),
    ],
)
def test_a_case_has_its_own_words(name, codes):
    assert codes - said(name) == set()


def test_a_goal_that_costs_nothing_says_so():
    view = View(plan_of("small-and-dear", "soonest"), help_of("cn"))
    codes = {
        message.code for part in parts_of(view, page=False, with_compare=False) for message in messages(part)
    }
    assert "goal-soonest-free" in codes


def test_an_old_debt_gets_no_letter_before_the_question():
    assert not {code for code in said("old-debt") if code.startswith(("next-write", "step-words"))}


@pytest.mark.parametrize("stage", STAGES)
def test_things_are_sold_openly_once_a_court_has_a_debt(stage):
    text = text_of("sale-sued", "zh")
    for word in ("市价", "收据", "自己的账户", "照实说", "不送人", "不抢先还亲戚"):
        assert word in text
    assert "reason-sale" not in said(stage)


def test_the_price_of_a_goal_is_told():
    plan = plan_of("small-and-dear", "fewest-debts")
    view = View(plan, help_of("cn"))
    texts = [
        say(message, "zh")
        for part in parts_of(view, page=False, with_compare=False)
        for message in messages(part)
        if message.code.startswith("goal-")
    ]
    assert texts == [f"你选的是笔数少得快：比最省钱的还法多花 {format_yuan(plan.price_fen)}。"]
    assert plan.price_fen > 0


# Figures


@pytest.mark.parametrize("name", NAMES)
def test_the_first_table_holds_every_payment_until_its_day(name):
    view = view_of(name)
    parts = [
        part for part in parts_of(view, page=False, with_compare=False) if part.code == "answer-head-payments"
    ]
    until = shown_until(view)
    due = [payment.fen for payment in view.outcome.payments if payment.on <= until]
    other = [due.amount_fen for due in view.plan.household.dues if view.as_of < due.on <= until]
    tables = [block for part in parts for block in part.blocks if isinstance(block, Table)]
    shown = [row[2] for table in tables for row in table.rows if isinstance(row[2], int)]
    assert sorted(shown) == sorted(due + other)
    assert all(table.total is None or table.total[2] == sum(due + other) for table in tables)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_as_many_cells_as_columns(name):
    for page in (True, False):
        for part in parts_of(view_of(name), page=page, with_compare=True):
            for block in part.blocks:
                for table in [block] if isinstance(block, Table) else []:
                    assert {len(row) for row in table.all_rows} <= {len(table.columns)}


@pytest.mark.parametrize("name", WORKS)
def test_what_each_debt_takes_is_the_sum_of_its_payments(name):
    view = view_of(name)
    (part,) = (
        part for part in parts_of(view, page=True, with_compare=False) if part.code == "answer-head-totals"
    )
    table = next(block for block in part.blocks if isinstance(block, Table))
    rows = view.outcome.payments
    by_debt = [
        tuple(sum(getattr(row, key) for row in rows if row.debt == debt) for key in KEYS)
        for debt in view.outcome.debts
    ]
    assert [row[1:6] for row in table.rows] == by_debt
    if table.total:
        assert table.total[1:6] == tuple(sum(getattr(row, key) for row in rows) for key in KEYS)


KEYS = ("fen", "principal_fen", "interest_fen", "penalty_fen", "fee_fen")


@pytest.mark.parametrize("name", WORKS)
def test_the_picture_of_debts_adds_up_to_what_is_left_each_month(name):
    view = view_of(name)
    charts = [
        block
        for part in parts_of(view, page=True, with_compare=False)
        for block in part.blocks
        if isinstance(block, DebtsChart)
    ]
    for chart in charts:
        left = {end.month: sum(end.left_fen) for end in view.outcome.ends}
        assert [sum(band.left_fen[place] for band in chart.bands) for place in range(len(chart.months))] == [
            left[month] for month in chart.months
        ]
        assert sum(band.start_fen for band in chart.bands) == sum(
            debt.balance_fen for debt in view.plan.household.debts
        )
        assert [row[-1] for row in chart.table.rows] == [left[month] for month in chart.months]


@pytest.mark.parametrize("name", WORKS)
def test_the_path_in_words_falls_from_the_most_to_what_is_left(name):
    bars = [
        block
        for part in parts_of(view_of(name), page=False, with_compare=False)
        for block in part.blocks
        if isinstance(block, Bars)
    ]
    for block in bars:
        assert max(bar.share for bar in block.bars) <= 1
        assert [bar.month for bar in block.bars] == sorted(bar.month for bar in block.bars)
        assert len(block.bars) <= 9
        left = view_of(name).outcome.left_fen
        shares = [bar.share for bar in block.bars]
        assert (shares[-1] == 0) == (left == 0)
