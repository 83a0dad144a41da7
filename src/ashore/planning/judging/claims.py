"""What a plan claims, held against the verdict: every disagreement in words."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ashore.planning.judging.debts import Row
from ashore.planning.judging.intentions import Json, day, entries, month, whole, word, words
from ashore.planning.judging.money import CashMonth
from ashore.planning.judging.verdict import Verdict

SPLIT = ("principal_fen", "interest_fen", "penalty_fen", "fee_fen", "balance_fen")
SUMS: Mapping[str, str] = {"paid_fen": "fen", "principal_fen": "principal_fen"}
COST = ("interest_fen", "penalty_fen", "fee_fen")
WORKS = ("works", "works-with-concessions")


def disagreements(plan: Json, verdict: Verdict) -> list[str]:
    """Return what cannot be done and what is claimed otherwise, in words; a claim left out is not missed."""
    return [
        *verdict.wrong,
        *_goals(plan, verdict),
        *_sums(plan),
        *_rows(plan, verdict),
        *_chain(plan),
        *_cash(plan, verdict),
        *_levers(plan, verdict),
    ]


def _differs(where: str, key: str, claimed: object, found: object) -> Iterator[str]:
    if claimed != found:
        yield f"{where}{key}: claims {claimed}, is {found}"


def _goals(plan: Json, verdict: Verdict) -> Iterator[str]:
    for key, found in verdict.goals.items():
        claimed = plan.get(key, found)
        if key == "status" and claimed in WORKS:
            claimed = "works"
        yield from _differs("", key, claimed, found)
    left = sorted(verdict.left_debts)
    yield from _differs("", "except", sorted(words(plan, "except")) if "except" in plan else left, left)


def _sums(plan: Json) -> Iterator[str]:
    """Yield totals that are not the sum of the plan's own rows."""
    rows = entries(plan, "payments")
    for total, part in SUMS.items():
        if total in plan and all(part in row for row in rows):
            found = sum(whole(row, part) for row in rows)
            if plan[total] != found:
                yield f"{total}: claims {plan[total]}, its rows sum to {found}"
    if "cost_fen" in plan and all(part in plan for part in COST):
        yield from _differs(
            "", "cost_fen as a sum", plan["cost_fen"], sum(whole(plan, part) for part in COST)
        )


def _rows(plan: Json, verdict: Verdict) -> Iterator[str]:
    """Yield payment rows whose split or balance is another; rows are held in date order, as they stand."""
    claims = sorted(entries(plan, "payments"), key=lambda row: day(row, "date"))
    for claim, row in zip(claims, verdict.rows, strict=True):
        for key in SPLIT:
            if key in claim:
                yield from _differs(f"{row.on} {row.debt} ", key, claim[key], getattr(row, key))
        if sum(_parts(row)) + row.held_fen != row.fen:
            yield f"{row.on} {row.debt}: the parts are not the payment"


def _parts(row: Row) -> tuple[int, int, int, int]:
    return row.principal_fen, row.interest_fen, row.penalty_fen, row.fee_fen


def _chain(plan: Json) -> Iterator[str]:
    """Yield cash rows that do not follow from themselves and the row before."""
    rows = entries(plan, "cash")
    for row in rows:
        moved = whole(row, "income_fen") - sum(
            whole(row, f"{part}_fen") for part in ("essential", "other", "debt")
        )
        if whole(row, "start_fen") + moved != whole(row, "end_fen"):
            yield f"cash {row['month']}: does not add up"
    for before, after in pairwise(rows):
        if month(before).plus(1) != month(after) or before["end_fen"] != after["start_fen"]:
            yield f"cash {after['month']}: does not begin where {before['month']} ends"


def _cash(plan: Json, verdict: Verdict) -> Iterator[str]:
    rows = entries(plan, "cash")
    if not rows:
        return
    if len(rows) != len(verdict.cash):
        yield f"cash: {len(rows)} months, {len(verdict.cash)} come to pass"
    for claim, row in zip(rows, verdict.cash, strict=False):
        for key, found in _cash_row(row).items():
            yield from _differs(f"cash {row.month} ", key, claim.get(key, found), found)


def _cash_row(row: CashMonth) -> dict[str, object]:
    return {
        "month": str(row.month),
        "start_fen": row.start_fen,
        "income_fen": row.of("income"),
        "essential_fen": row.of("essential"),
        "other_fen": row.of("due", "other", "family"),
        "debt_fen": row.of("debt"),
        "end_fen": row.end_fen,
    }


def _levers(plan: Json, verdict: Verdict) -> Iterator[str]:
    """Yield sales, pay and a friend's loan whose money is another than what the household's file gives."""
    claims = [*entries(plan, "sales"), *entries(plan, "side_work")]
    for claim, (lever, fen) in zip(claims, verdict.levers, strict=False):
        if "fen" in claim:
            yield from _differs(f"{lever.month} {lever.name} ", "fen", claim["fen"], fen)
    repaid = [row for row in entries(plan, "friend_loan") if word(row, "kind") == "repay"]
    if repaid or any(row.debt.startswith("friend:") for row in verdict.rows):
        paid = sum(row.fen for row in verdict.rows if row.debt.startswith("friend:"))
        claimed = sum(whole(row, "fen") for row in repaid)
        yield from _differs("friend_loan ", "repaid", claimed, paid)
