"""What is looked at once the whole file is read: ids, sums and sections that belong together."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches

from ashore.household.checks.dates import check_debt_dates, check_flow_dates
from ashore.household.checks.debt import check_concessions, check_debt
from ashore.household.file.log import At
from ashore.household.file.plain import is_list, is_table, items_of
from ashore.household.file.source import SECTIONS
from ashore.household.keys.drafts import drafts_in
from ashore.household.keys.tables import Values
from ashore.household.model import Account, Business, Income, Spending
from ashore.loans.terms import Concession

KNOWN = {"format", "household", *SECTIONS}
FLOWS = {"income": "incomes", "spending": "spendings", "due": "dues"}


def check_file(values: Values, tree: Mapping[str, object], at: At, jurisdictions: Collection[str]) -> None:
    """Report everything that needs more than one key, over all tables that could be read."""
    for draft in drafts_in(values):
        check_debt(draft)
        check_concessions(draft)
    if "format" not in tree:
        at.note("format-missing")
    _check_ids(values, tree, at)
    _check_sections(values, tree, at)
    person = values.get("household")
    if is_table(person):
        _check_person(person, values, tree, at, jurisdictions)


def _check_person(
    person: Values, values: Values, tree: Mapping[str, object], at: At, jurisdictions: Collection[str]
) -> None:
    place = at.key("household")
    named = person.get("jurisdiction", "cn")
    if jurisdictions and isinstance(named, str) and named not in jurisdictions:
        place.key("jurisdiction").stop("jurisdiction-unknown", read=named, words=tuple(jurisdictions))
    _check_cash(person, values, tree, place)
    as_of = person.get("as_of")
    if not isinstance(as_of, date):
        return
    for draft in drafts_in(values):
        check_debt_dates(draft, as_of)
    for section, target in FLOWS.items():
        for index, flow in enumerate(items_of(values.get(target))):
            check_flow_dates(flow, at.key(section).item(index), as_of)


def _check_cash(person: Values, values: Values, tree: Mapping[str, object], place: At) -> None:
    accounts, cash = items_of(values.get("accounts")), person.get("cash_fen")
    complete = all(isinstance(account, Account) for account in accounts)
    total = sum(account.balance_fen for account in accounts if isinstance(account, Account))
    if isinstance(cash, int) and accounts and complete and total != cash:
        place.key("cash").stop("accounts-not-cash", cash_fen=cash, accounts_fen=total)
    typed = tree.get("household")
    if not accounts and is_table(typed) and "cash" not in typed:
        place.note("cash-missing")


def entries_in(tree: Mapping[str, object], section: str) -> tuple[Mapping[str, object], ...]:
    """Return the tables of a section as they stand in the file, readable or not."""
    found = tree.get(section)
    listed = found if is_list(found) else (found,)
    return tuple(entry for entry in listed if is_table(entry))


def _ids(tree: Mapping[str, object], section: str) -> list[str]:
    return [name for entry in entries_in(tree, section) if isinstance(name := entry.get("id"), str)]


def _check_ids(values: Values, tree: Mapping[str, object], at: At) -> None:
    for section in ("debt", "account"):
        seen: set[str] = set()
        for index, entry in enumerate(entries_in(tree, section)):
            name = entry.get("id")
            if isinstance(name, str) and name in seen:
                at.key(section).item(index).key("id").stop("id-twice", read=name)
            seen |= {name} if isinstance(name, str) else set()
    ids = _ids(tree, "debt")
    lines = [str(draft.get("line")) for draft in drafts_in(values) if draft.get("line") is not None]
    for index, account in enumerate(items_of(values.get("accounts"))):
        named = account.debited_by if isinstance(account, Account) else ()
        _check_known(named, ids, at.key("account").item(index).key("debited_by"))
    for draft in drafts_in(values):
        for index, concession in enumerate(items_of(draft.get("concessions"))):
            named = concession.covers if isinstance(concession, Concession) else ()
            _check_known(named, (*ids, *lines), draft.at.key("concession").item(index).key("covers"))
        line = draft.get("line")
        if isinstance(line, str) and line not in ids and Counter(lines)[line] == 1:
            draft.at.key("line").note("line-alone", read=line)


def _check_known(named: Collection[str], ids: Collection[str], at: At) -> None:
    for index, name in enumerate(named):
        if name in ids:
            continue
        near = get_close_matches(name, ids, n=1)
        if near:
            at.item(index).stop("id-unknown-near", read=name, near=near[0])
        else:
            at.item(index).stop("id-unknown", read=name)


def _check_sections(values: Values, tree: Mapping[str, object], at: At) -> None:
    incomes, businesses = items_of(values.get("incomes")), items_of(values.get("businesses"))
    names = [business.name for business in businesses if isinstance(business, Business)]
    for index, income in enumerate(incomes):
        if not isinstance(income, Income) or not names:
            continue
        takings = income.business and income.every != "once"  # what comes once is what a customer still owes
        if takings or income.name in names:
            at.key("income").item(index).note("income-repeats-business", business=names[0])
    if set(tree) - KNOWN:
        return
    if not entries_in(tree, "income") and not entries_in(tree, "business"):
        at.note("no-income")
    spendings = items_of(values.get("spendings"))
    if not any(item is None or (isinstance(item, Spending) and item.essential) for item in spendings):
        at.note("no-essential-spending")
    if not entries_in(tree, "debt"):
        at.note("no-debt")
