"""The household and the findings of a household file's bytes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.errors import Finding, Place
from ashore.household.checks.whole import check_file
from ashore.household.covered import with_reached
from ashore.household.estimating import Estimates, estimated_in
from ashore.household.file.lines import line_at, lines_of, path_on
from ashore.household.file.log import At, Log, Path, Remark, dotted
from ashore.household.file.parsing import UNREAD
from ashore.household.file.plain import is_list, is_table, items_of
from ashore.household.file.source import Source, read_source
from ashore.household.keys.completing import complete
from ashore.household.keys.drafts import drafts_in, make_debt
from ashore.household.keys.file_keys import file_table
from ashore.household.keys.tables import Values, build
from ashore.household.model import Account, FriendLoan, Household, SideWork
from ashore.household.product import Product
from ashore.household.rebuilt import note_far_totals

TEXT_READ: Final = "quotes-missing"
SECTIONS: Final = ("incomes", "spendings", "assets", "accounts", "businesses", "dues", "owns")


@dataclass(frozen=True, slots=True)
class Reading:
    """A household file as read.  `household` is None when a finding stops it; findings are in file order."""

    household: Household | None
    findings: tuple[Finding, ...]


def read_household(data: bytes, products: Mapping[str, Product]) -> Reading:
    """Return the household of a file's bytes and every finding on it, all at once, in file order."""
    return read_parsed(read_source(data), products)


def read_parsed(
    source: Source,
    products: Mapping[str, Product],
    jurisdictions: Collection[str] = (),
    estimates: Estimates | None = None,
) -> Reading:
    """Return the household of a parsed file; `jurisdictions` are the known ones (none given: not looked at).

    With `estimates`, what nobody knows yet of a contract is taken for a first plan instead of holding it up.
    """
    log = Log(list(source.remarks))
    values = file_table(products).values(source.tree, At(log)) if source.tree is not None else None
    if values is not None and estimates is not None:
        values = estimated_in(values, estimates)
    if values is not None:
        check_file(values, source.tree or {}, At(log), jurisdictions)
    household = None if values is None or log.stopped else _make(values)
    if household is not None:
        note_far_totals(household, At(log))
    return Reading(household, _findings(log, source))


def _make(values: Values) -> Household:
    person, levers = values["household"], items_of(values.get("levers"))
    assert is_table(person)
    parts: dict[str, object] = {name: items_of(values.get(name)) for name in SECTIONS}
    accounts = [account for account in items_of(parts["accounts"]) if isinstance(account, Account)]
    if accounts:
        parts["cash_fen"] = sum(account.balance_fen for account in accounts)
    as_of = person["as_of"]
    assert isinstance(as_of, date)
    parts["debts"] = with_reached([make_debt(complete(draft)) for draft in drafts_in(values)], as_of)
    parts["side_work"] = tuple(lever for lever in levers if isinstance(lever, SideWork))
    parts["friend_loans"] = tuple(lever for lever in levers if isinstance(lever, FriendLoan))
    return build(Household, {**person, **parts})


def _findings(log: Log, source: Source) -> tuple[Finding, ...]:
    """Return the remarks with their lines and paths, in file order; a missing quote only if nothing else is."""
    if not log.remarks:
        return ()
    lines = lines_of(source.text)
    placed = [_finding(remark, lines, source.tree) for remark in log.remarks]
    kept = [finding for finding in placed if not _is_said(finding, placed)]
    return tuple(sorted(kept, key=lambda finding: finding.place.line or 0))


def _is_said(finding: Finding, others: Sequence[Finding]) -> bool:
    """Return whether another finding says why already: a value without quotes, a key whose line is unreadable."""
    place, facts = finding.place, finding.facts
    if finding.code == TEXT_READ:
        return any(
            other.code != TEXT_READ
            and (other.place.line, other.facts.get("read")) == (place.line, facts["read"])
            for other in others
        )
    return "missing" in facts and any(
        other.code in UNREAD and (other.place.path, other.facts["key"]) == (place.path, facts["missing"])
        for other in others
    )


def _finding(remark: Remark, lines: Mapping[Path, int], tree: object) -> Finding:
    path = path_on(lines, remark.line or 0) if remark.path is None else remark.path
    line = remark.line or line_at(lines, path)
    facts = {**remark.facts, "entry": _entry(path, tree)}
    facts.setdefault("key", next((part for part in reversed(path) if isinstance(part, str)), ""))
    return Finding(remark.code, remark.level, Place(dotted(path), line), facts)


def _entry(path: Path, tree: object) -> str:
    """Return the id or name of the innermost entry that a path goes through, nothing where it has none."""
    entry = ""
    for part in path:
        if is_table(tree):
            tree = tree.get(str(part))
        elif is_list(tree) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        named = (tree.get("id") or tree.get("name")) if is_table(tree) else None
        entry = named if isinstance(named, str) else entry
    return entry
