"""Random contracts with events, the same for the same seed, as plain dicts with the household file's words.

A case is {"seed", "terms", "events", "days", "tags"}; amounts are yuan as text, dates are dates.  `tags` name
what a case contains, so that differences can be sorted by their cause.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from oracle.answers import owed, schedule
from oracle.calendars import due_after, months_later
from oracle.words import fen

Case = dict[str, Any]
METHODS = (
    "level-payment",
    "equal-principal",
    "interest-only",
    "bullet",
    "daily",
    "revolving",
    "flat-fee",
    "schedule",
)
DAY_COUNTS = ("act/360", "act/365", "act/act", "30/360", "30E/360")
BUCKETS = (
    "past-due:fee",
    "past-due:penalty",
    "past-due:interest",
    "past-due:principal",
    "due:fee",
    "due:interest",
    "due:principal",
)
LAST_PAST_DUE = 4


def yuan(amount_fen: int) -> str:
    """Return fen as yuan text."""
    return f"{amount_fen // 100}.{amount_fen % 100:02d}"


def case(seed: int) -> Case:
    """Return the case of a seed."""
    dice = Random(seed)
    terms = _terms(dice)
    for add in (_start, _dated_rates, _overdue_terms, _order, _prepayment, _arrears):
        add(dice, terms)
    events = _events(dice, terms)
    days = sorted({terms["as_of"], *(event["on"] for event in events), *_more_days(dice, terms)})
    return {"seed": seed, "terms": terms, "events": events, "days": days, "tags": _tags(terms, events)}


def _terms(dice: Random) -> Case:
    method = dice.choice(METHODS)
    terms: Case = {
        "method": method,
        "as_of": date(2025, 1, 1) + timedelta(days=dice.randrange(1000)),
        "balance": yuan(dice.choice((dice.randrange(10_000, 300_000), dice.randrange(100_000, 30_000_000)))),
        "rate": rate_words(dice),
        "due_day": dice.choice((dice.randrange(1, 29), dice.randrange(1, 29), 29, 30, 31)),
        "periods": dice.choice((1, 2, 3, 6, 7, 10, 12, 12, 18, 24)),
    }
    if dice.random() < 0.4:
        terms["accrual"] = dice.choice(("daily", "monthly"))
    if dice.random() < 0.5:
        terms["day_count"] = dice.choice(DAY_COUNTS)
    if dice.random() < 0.08:
        terms["rounding"] = dice.choice(("down", "up"))
    if dice.random() < 0.1:
        terms["shift"] = "next-working-day"
    _method_words(dice, terms)
    return terms


def rate_words(dice: Random) -> str:
    return dice.choice(
        (
            f"0.0{dice.randrange(15, 70)}%/day",
            f"{dice.randrange(30, 200) / 100}%/month",
            f"{dice.randrange(0, 2400) / 100}%/year",
            f"{dice.randrange(0, 2400) / 100}%/year",
        )
    )


def _method_words(dice: Random, terms: Case) -> None:
    method, balance, periods = terms["method"], fen(terms["balance"]), terms["periods"]
    if method == "flat-fee":
        terms["fee_per_period"] = f"{dice.randrange(20, 150) / 100}%"
        if dice.random() < 0.7:
            terms["original"] = yuan(balance + dice.randrange(0, balance))
    if method == "revolving":
        del terms["periods"]
        terms["minimum"] = dice.choice(
            (
                {"percent": "10%", "of": "statement", "floor": "100.00"},
                {"percent": "5%"},
                {"percent": "2%", "of": "before-interest", "floor": "35.00"},
                {"percent": "0%", "floor": "150.00"},
            )
        )
    if method == "level-payment" and dice.random() < 0.2:
        terms["payment"] = yuan(balance // periods + dice.randrange(0, balance // periods))
    if method == "schedule":
        _typed_schedule(dice, terms)


def _typed_schedule(dice: Random, terms: Case) -> None:
    balance, periods = fen(terms["balance"]), terms.pop("periods")
    day, lines = due_after(terms["as_of"], terms["due_day"]), []
    for left in range(periods, 0, -1):
        principal = balance if left == 1 else dice.randrange(0, 2 * (balance // left) + 1)
        principal = min(principal, balance)
        balance -= principal
        lines.append(
            {
                "due": day,
                "principal": yuan(principal),
                "interest": yuan(dice.randrange(0, 20_000)),
                "fee": yuan(dice.choice((0, 0, 500))),
            }
        )
        day = months_later(day, dice.choice((1, 1, 1, 2)), terms["due_day"])
        if not balance:
            break
    terms["schedule"] = lines


def _start(dice: Random, terms: Case) -> None:
    if dice.random() < 0.3:
        terms["start"] = terms["as_of"] - timedelta(days=dice.choice((0, dice.randrange(60))))
    if terms["method"] == "bullet" and dice.random() < 0.5:
        terms["start"] = terms["as_of"] - timedelta(days=dice.randrange(300))


def _dated_rates(dice: Random, terms: Case) -> None:
    if dice.random() < 0.12:
        terms["rates"] = [
            {"rate": rate_words(dice), "from": terms["as_of"] + timedelta(days=dice.randrange(-60, 300))}
            for _ in range(dice.choice((1, 2)))
        ]
    if dice.random() < 0.1:
        until = terms["as_of"] + timedelta(days=dice.randrange(0, 200))
        terms["promo"] = {"rate": dice.choice(("0%/year", "3.6%/year")), "until": until}


def _overdue_terms(dice: Random, terms: Case) -> None:
    if dice.random() < 0.75:
        terms["penalty"] = dice.choice(("x1.5", "x1.5", "x1.3", "0.05%/day", "18%/year"))
        terms["compound"] = dice.random() < 0.5
    if dice.random() < 0.2:
        terms["grace"] = {"days": dice.choice((1, 3, 3, 7)), "effect": dice.choice(("waive", "postpone"))}
    if dice.random() < 0.2 or terms["method"] == "revolving":
        terms["late_fee"] = {"percent": "5%", "of": "unpaid-minimum", "min": "10.00"}
        if dice.random() < 0.5:
            terms["late_fee"]["max"] = "500.00"


def _order(dice: Random, terms: Case) -> None:
    if dice.random() < 0.15:
        order = list(BUCKETS)
        dice.shuffle(order)
        terms["allocation"] = order[: dice.choice((3, len(order)))]
    if dice.random() < 0.15:
        order = list(BUCKETS[:LAST_PAST_DUE])
        dice.shuffle(order)
        terms["allocation_after"] = {"days": dice.choice((30, 60, 90)), "order": order}


def _prepayment(dice: Random, terms: Case) -> None:
    if dice.random() < 0.4:
        words: Case = {"allowed": dice.random() < 0.8, "fee": dice.choice(("0%", "0%", "3%", "1.25%"))}
        words["effect"] = "shorten" if terms["method"] == "schedule" else dice.choice(("shorten", "lower"))
        if dice.random() < 0.3:
            words["lock_until"] = terms["as_of"] + timedelta(days=dice.randrange(200))
        if dice.random() < 0.3:
            words["minimum"] = "1000.00"
        if terms["method"] == "flat-fee":
            words["remaining_fees"] = dice.choice(("waived", "due"))
        terms["prepayment"] = words


def _arrears(dice: Random, terms: Case) -> None:
    chance, balance = dice.random(), fen(terms["balance"])
    if chance < 0.55:
        return
    if chance < 0.85 or terms["method"] in ("schedule", "bullet", "revolving") or "start" in terms:
        typed = {
            "principal": balance // 8,
            "interest": balance // 100,
            "penalty": 1234,
            "compound": 321,
            "damages": 2000,
            "fees": 500,
        }
        terms["arrears"] = {"since": terms["as_of"] - timedelta(days=dice.randrange(1, 120))}
        terms["arrears"] |= {
            part: yuan(dice.randrange(top + 1)) for part, top in typed.items() if dice.random() < 0.6
        }
        terms["arrears"].setdefault("principal", yuan(balance // 10))
        return
    terms["arrears"] = {"since": months_later(terms["as_of"], -dice.choice((1, 2, 3, 5)), terms["due_day"])}


def _events(dice: Random, terms: Case) -> list[Case]:
    dues = schedule(terms)[:24]
    taken: set[date] = set()
    events: list[Case] = []
    for due in dues:
        if dice.random() < 0.6:
            whole = int(due.get("minimum_fen", 0)) or sum(
                int(due.get(part, 0)) for part in ("principal_fen", "interest_fen", "fee_fen")
            )
            amount = dice.choice(
                (whole, whole, whole, whole // 2, whole - 1, whole + dice.randrange(1, 200_000))
            )
            day = date.fromisoformat(str(due["due"])) + timedelta(
                days=dice.choice((0, 0, 0, 1, 2, 9, 40, -5))
            )
            _add(events, taken, terms, {"on": day, "kind": "payment", "amount": yuan(max(1, amount))})
    span = 30 * min(len(dues) + 3, 20)
    once = {"agree", "accelerate"}  # a debt takes one concession; after acceleration none is generated
    for _ in range(dice.choice((0, 0, 1, 2, 4))):
        event = other_event(dice, terms)
        event["on"] = terms["as_of"] + timedelta(days=dice.randrange(1, span))
        if event["kind"] in once and once & {other["kind"] for other in events}:
            continue
        _add(events, taken, terms, event)
    if dice.random() < 0.15:
        day = terms["as_of"] + timedelta(days=dice.randrange(1, span))
        if day not in taken:
            before = [event for event in events if event["on"] < day]
            payoff = int(owed(terms, before, [day])[day.isoformat()]["payoff_fen"])
            events = [*before, {"on": day, "kind": "payment", "amount": yuan(max(1, payoff))}]
    dice.shuffle(events)
    return events


def _add(events: list[Case], taken: set[date], terms: Case, event: Case) -> None:
    if event["on"] not in taken and event["on"] > terms["as_of"]:
        taken.add(event["on"])
        events.append(event)


def other_event(dice: Random, terms: Case) -> Case:
    kinds = ["payment", "payment", "rate", "waive", "charge"]
    if terms["method"] != "revolving":
        kinds += ["accelerate", "agree"]
    kind = dice.choice(kinds)
    if kind == "rate":
        return {"kind": kind, "rate": rate_words(dice)}
    if kind == "waive":
        event: Case = {"kind": kind, "parts": [dice.choice(("penalty", "fee", "interest"))]}
        return event | ({"amount": yuan(dice.randrange(1, 5_000))} if dice.random() < 0.4 else {})
    if kind == "agree":
        return {"kind": kind, "concession": _concession(dice, terms)}
    if kind == "accelerate":
        return {"kind": kind}
    top = 5_000 if kind == "charge" else fen(terms["balance"]) // 2 + 2
    return {"kind": kind, "amount": yuan(dice.randrange(1, top))}


def _concession(dice: Random, terms: Case) -> Case:
    kinds = ["rate", "waive", "settle"]
    if terms["method"] not in ("schedule", "bullet"):
        kinds += ["defer", "defer", "extend"]
    kind = dice.choice(kinds)
    words: Case = {"kind": kind, "status": "agreed-written"}
    if kind == "defer":
        words |= {
            "months": dice.choice((1, 2, 3, 6)),
            "interest": dice.choice(("accrue", "pay", "add", "waive")),
        }
    elif kind == "extend":
        words |= {"months": dice.choice((6, 12, 24))} | (
            {"rate": rate_words(dice)} if dice.random() < 0.3 else {}
        )
    elif kind == "rate":
        words["rate"] = rate_words(dice)
    elif kind == "settle":
        until = terms["as_of"] + timedelta(days=dice.randrange(30, 400))
        words |= {"amount": yuan(fen(terms["balance"]) // 2 + 1), "until": until}
    else:
        words["penalty"] = "all"
    return words


def _more_days(dice: Random, terms: Case) -> list[date]:
    days = [terms["as_of"] + timedelta(days=dice.randrange(1, 500)) for _ in range(4)]
    day = terms["as_of"]
    for _ in range(4):
        day = due_after(day, terms["due_day"])
        days.append(day)
    return days


def _tags(terms: Case, events: list[Case]) -> list[str]:
    plain = {"as_of", "balance", "rate", "due_day", "periods", "compound", "schedule", "minimum"}
    tags = {str(terms["method"]), "daily" if _is_daily(terms) else "monthly"}
    tags |= {
        f"{word}={terms[word]}" if word in ("day_count", "rounding", "accrual") else word
        for word in terms
        if word not in plain and word != "method"
    }
    tags |= {f"event:{event['kind']}" for event in events}
    tags |= {f"agree:{event['concession']['kind']}" for event in events if event["kind"] == "agree"}
    if "arrears" in terms:
        tags.add("arrears:rebuilt" if len(terms["arrears"]) == 1 else "arrears:typed")
    if "grace" in terms:
        tags.add(f"grace:{terms['grace']['effect']}")
    return sorted(tags)


def _is_daily(terms: Case) -> bool:
    return terms.get("accrual", "daily" if terms["rate"].endswith("/day") else "monthly") == "daily"
