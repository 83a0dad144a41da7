"""Random contracts with odd histories: several agreements one after another, calls, several events on one day.

A case as in `oracle.cases`; what happened is drawn anew, without its mercy that a debt takes one concession only.
"""

from datetime import date, timedelta
from random import Random

from oracle.calendars import due_after
from oracle.cases import Case, case, other_event, rate_words, yuan
from oracle.words import fen

DUES = 10
EVENTS_MOST = 8
SPAN_DAYS = 400
SPREADING = ("level-payment", "equal-principal", "interest-only", "bullet", "daily")


def history(seed: int) -> Case:
    """Return the history of a seed."""
    made, dice = case(seed), Random(f"history {seed}")
    terms = made["terms"]
    events = _events(dice, terms)
    days = {terms["as_of"], *(event["on"] for event in events), *_days(dice, terms)}
    tags = [tag for tag in made["tags"] if not tag.startswith(("event:", "agree:"))]
    tags += [f"event:{event['kind']}" for event in events]
    tags += [f"agree:{event['concession']['kind']}" for event in events if event["kind"] == "agree"]
    asked = sorted(day for day in days if day >= terms["as_of"])
    return {**made, "events": events, "days": asked, "tags": sorted(set(tags))}


def _days(dice: Random, terms: Case) -> list[date]:
    """Return days on which something may happen: due days, days about them, others."""
    day, dues = terms["as_of"], list[date]()
    for _ in range(DUES):
        day = due_after(day, terms["due_day"])
        dues.append(day)
    others = [terms["as_of"] + timedelta(days=dice.randrange(1, SPAN_DAYS)) for _ in range(DUES)]
    return [*dues, *(due + timedelta(days=dice.choice((-1, 1, 2))) for due in dues), *others]


def _events(dice: Random, terms: Case) -> list[Case]:
    days = [day for day in _days(dice, terms) if day > terms["as_of"]]
    few = dice.sample(days, 5)
    events: list[Case] = []
    for _ in range(dice.randrange(1, EVENTS_MOST)):
        event: Case = other_event(dice, terms)
        if event["kind"] == "rate" and dice.random() < 0.4:
            event = {"kind": "accelerate"}
        elif event["kind"] == "agree" or dice.random() < 0.3:
            event = {"kind": "agree", "concession": _agreement(dice, terms)}
        event["on"] = dice.choice(few if dice.random() < 0.5 else days)
        if event["kind"] == "payment" and dice.random() < 0.2:
            event["amount"] = yuan(dice.choice((1, fen(terms["balance"]), 2 * fen(terms["balance"]))))
        if not any(_twice(event, other) for other in events):
            events.append(event)
    return events


def _twice(one: Case, other: Case) -> bool:
    """Return whether two agreements of one kind were made on one day: which of them holds is nobody's guess."""
    kinds = [event.get("concession", {}).get("kind") for event in (one, other)]
    return one["on"] == other["on"] and kinds[0] is not None and kinds[0] == kinds[1]


def _agreement(dice: Random, terms: Case) -> Case:
    """Return an agreement of a kind that the second computation knows for the method."""
    typed, card = terms["method"] == "schedule", terms["method"] == "revolving"
    kind = dice.choice(("rate", "waive", "settle", "extend", "defer", "defer"))
    words: Case = {"kind": kind, "status": "agreed-written"}
    if kind in ("defer", "extend", "rate") and not card and dice.random() < 0.4:
        words["arrears"] = dice.choice(("keep", "merge"))
    if kind == "defer":
        return words | {
            "months": dice.randrange(1, 8),
            "interest": dice.choice(("accrue", "pay", "add", "waive")),
        }
    if kind == "extend":
        words |= {"months": dice.randrange(1, 25)} | (
            {"rate": rate_words(dice)} if dice.random() < 0.3 else {}
        )
        return words | ({"method": dice.choice(SPREADING)} if typed or dice.random() < 0.5 else {})
    if kind == "rate":
        return words | {"rate": rate_words(dice)}
    if kind == "settle":
        until = terms["as_of"] + timedelta(days=dice.randrange(SPAN_DAYS))
        sum_of = {"amount": yuan(fen(terms["balance"]) // dice.choice((1, 2, 3)) + 1)}
        return (
            words
            | {"until": until}
            | (sum_of if dice.random() < 0.6 else {"percent": f"{dice.randrange(1, 101)}%"})
        )
    named = dice.sample(("penalty", "fees", "interest"), dice.randrange(1, 4))
    return words | {word: dice.choice(("all", yuan(dice.randrange(1, 5_000)))) for word in named}
