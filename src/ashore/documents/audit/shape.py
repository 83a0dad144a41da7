"""An audit as JSON (`ashore-audit/1`); amounts in fen."""

from ashore.documents.audit.view import AuditView
from ashore.documents.audit.yearly import burden_under
from ashore.household.audited import Verdict
from ashore.loans.audit.journal import Entry
from ashore.loans.audit.settled import Settlement
from ashore.rules.ceilings import Ceiling, NotKnown
from ashore.texts.facts import as_rate

PARTS = ("principal_fen", "interest_fen", "penalty_fen", "compound_fen", "damages_fen", "fees_fen")


def audit_json(view: AuditView) -> dict[str, object]:
    """Return the answer: counts, every difference with what explains it, a year's total, the ceilings."""
    audit = view.audit
    opening, burden = audit.comparison.basis.opening, audit.burden
    return {
        "format": "ashore-audit/1",
        "debt": audit.debt.id,
        "began": {"on": opening.on, "principal_fen": opening.principal_fen, "periods": opening.periods_left},
        "start_assumed": audit.assumed_start,
        "given_lines": list(audit.comparison.given),
        "untold_lines": [one.line for one in audit.untold],
        "settlement": _settlement(audit.settlement, audit.waived_fen) if audit.settlement else None,
        "figures": len(audit.statement.claims),
        "differences": [_difference(one) for one in audit.verdicts],
        "sums": [
            {"line": one.line, "of": one.of, "total_fen": one.total_fen, "parts_fen": one.parts_fen}
            for one in view.wrong_sums
        ],
        "yearly": burden
        and {
            "since": burden.since,
            "until": burden.until,
            "charged_fen": burden.charged_fen,
            "rate": as_rate(burden.per_year),
            "ceilings": [_ceiling(one, view) for one in view.ceilings],
        },
        "findings": [
            {"code": one.code, "level": one.level, "line": one.place.line, "facts": dict(one.facts)}
            for one in view.findings
        ],
    }


def _settlement(one: Settlement, waived_fen: int | None) -> dict[str, object]:
    return {
        "agreed_on": one.agreed_on,
        "sums": [{"by": each.by, "fen": each.fen} for each in one.sums],
        "paid_fen": one.paid_fen,
        "missed_by": one.missed.by if one.missed else None,
        "closed_on": one.closed_on,
        "forgiven_fen": one.forgiven_fen,
        "waived_fen": waived_fen,
    }


def _difference(one: Verdict) -> dict[str, object]:
    claim, ours = one.difference.claim, one.difference.ours
    return {
        "line": claim.line,
        "kind": claim.kind,
        "date": claim.on,
        "due": claim.due,
        "parts": [PARTS[part].removesuffix("_fen") for part in claim.parts],
        "stated_fen": claim.fen,
        "ours_fen": ours.fen,
        "difference_fen": one.difference.fen,
        "cause": one.cause,
        "keys": list(one.keys),
        "readings": [{"key": reading.key, "value": reading.value} for reading in one.difference.readings],
        "follows_line": one.difference.follows,
        "entries": [_entry(entry) for entry in ours.entries],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "since": entry.since,
        "on": entry.on,
        "due": entry.due,
        "base_fen": entry.principal_fen + entry.interest_fen,
        **dict(zip(PARTS, entry.parts, strict=True)),
    }


def _ceiling(ceiling: Ceiling, view: AuditView) -> dict[str, object]:
    yearly, burden = ceiling.yearly, burden_under(view.audit, ceiling, view.today)
    known = not isinstance(yearly, NotKnown)
    return {
        "effect": ceiling.effect,
        "counts": list(ceiling.counts),
        "facts": [fact.id for fact in ceiling.facts],
        "rate": as_rate(yearly) if known else None,
        "charged_rate": as_rate(burden.per_year) if burden else None,
        "above_fen": burden.above_fen(yearly) if known and burden else None,
    }
