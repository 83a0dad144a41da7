"""Causes planted in lives: what is stated covers the truth, is narrow, and adds up without the product's own sums."""

from collections import Counter
from functools import cache

import pytest

from ashore.diagnosis.why import why
from diagnosis.lives import CAUSES, live
from diagnosis.lost import asked, grown_lives

SHOP = {"shop": ("shop-fell", "shop-gap")}
TENTH_BOTH_WAYS = 5
LIVING = {"income-fell", "illness", "once", "gap", "habits", "left-over", "shop-fell", "shop-gap"}


@cache
def answers(count):
    """Return so many lives, each with what is asked and the answer."""
    return [(life, question, why(question)) for life, _, question in grown_lives(count)]


def judged(count):
    """Return of every stated range whether it covers the truth and is narrow, by life and cause; and of the change."""
    found, changes = {}, []
    for number, (life, _, answer) in enumerate(answers(count)):
        truth, change = life.true_causes(answer.since, answer.months[-1].first)
        stated = {share.cause: share.part for share in answer.shares}
        changes.append(answer.change.low_fen <= change <= answer.change.high_fen)
        for cause in CAUSES:
            parts = [stated[name] for name in SHOP.get(cause, (cause,)) if name in stated]
            low, high = sum(one.low_fen for one in parts), sum(one.high_fen for one in parts)
            if parts or truth[cause]:
                narrow = (high - low) * TENTH_BOTH_WAYS <= abs(change)
                found[number, cause] = (low <= truth[cause] <= high, narrow)
    return found, changes


def share_of(flags):
    """Return the share of flags that are set."""
    flags = list(flags)
    return sum(flags) / len(flags)


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.long)])
def test_ranges_cover_the_planted_causes_and_are_narrow(count):
    """±10 % of the change in ≥ 80 % of the ranges, the truth in ≥ 90 %; of the lives too, where all ranges must be."""
    found, changes = judged(count)
    assert share_of(hit for hit, _ in found.values()) >= 0.9
    assert share_of(narrow for _, narrow in found.values()) >= 0.8
    assert share_of(changes) >= 0.9
    by_life = {number: [flags for (of, _), flags in found.items() if of == number] for number, _ in found}
    if count >= 500:
        assert share_of(all(hit for hit, _ in flags) for flags in by_life.values()) >= 0.9
        assert share_of(all(narrow for _, narrow in flags) for flags in by_life.values()) >= 0.8
        by_cause = {cause: [hit for (_, of), (hit, _) in found.items() if of == cause] for _, cause in found}
        assert {cause: share_of(hits) for cause, hits in by_cause.items() if share_of(hits) < 0.9} == {}


def test_every_cause_was_planted():
    planted = set()
    for life, _, answer in answers(40):
        truth, _ = life.true_causes(answer.since, answer.months[-1].first)
        planted |= {cause for cause in CAUSES if truth[cause]}
    assert planted == set(CAUSES)


def test_the_parts_add_up_to_the_change_whatever_is_missing():
    for _, _, answer in answers(40):
        assert sum(one.part.fen for one in answer.shares) == answer.change.fen
        assert all(one.part.low_fen <= one.part.fen <= one.part.high_fen for one in answer.shares)
        assert answer.shares[-1].cause == "not-explained"


def test_living_adds_up_to_what_the_rows_say():
    """Spending − refunds − income, from the rows alone, is what all causes that lie in living add up to."""
    whole = [(question, answer) for _, question, answer in answers(40) if not answer.aside]
    assert len(whole) >= 20
    for question, answer in whole:
        assert answer.since
        assert answer.until
        rows = [one for one in question.ledger if answer.since <= one.day <= answer.until]
        spent = sum(one.amount_fen for one in rows if one.kind == "spending" or one.nature == "person")
        back = sum(one.amount_fen for one in rows if one.kind in {"refund", "income"})
        assert sum(one.part.fen for one in answer.shares if one.cause in LIVING) == spent - back


@pytest.mark.parametrize("seed", range(12))
def test_where_everything_is_known_the_identity_holds_to_the_fen(seed):
    """Change of debt and of cash as they were lived; cost of debt is what is left, and so nothing is unexplained."""
    life, plan = live(seed)
    answer = why(asked(life, plan, everything=True))
    truth, change = life.true_causes(answer.since, answer.months[-1].first)
    stated = Counter({one.cause: one.part.fen for one in answer.shares})
    assert answer.months[0].first == life.first
    assert answer.change.fen == change
    assert stated["cash"] == truth["cash"]
    assert stated["cost"] + stated["rolling"] == truth["cost"] + truth["rolling"]
    assert stated["not-explained"] == 0
