"""H12: what is past the day on which it had to be looked at again is never shown without saying so."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

from ashore.cli import main
from ashore.creditors.papers import PAPERS
from ashore.documents.audit import checking
from ashore.documents.blocks import Say
from ashore.documents.first_words import about_messages
from ashore.documents.paper import paper_parts
from ashore.packs.pack import load_pack
from ashore.texts import Language, say

CN = load_pack("cn")
NEW_YEAR = date(2027, 1, 15)
LATER = date(2030, 1, 1)
LANGUAGES: tuple[Language, ...] = ("zh", "en")
DUE = {"zh": "要重新核对", "en": "needs checking"}
MARK = {"zh": "（该再核对了）", "en": "(needs checking)"}
"""What stands behind the name of a source that needs checking."""
ENTRY = re.compile(r"\n\n(?=  \S)")


def entries(language: Language, *, on: date = NEW_YEAR) -> dict[str, str]:
    """Return what `ashore facts` prints by the id at the end of each entry, lines joined."""
    shown = CliRunner().invoke(main, ["facts", "--on", str(on), "--lang", language]).stdout
    blocks = [" ".join(block.split()) for block in ENTRY.split(unstyle(shown))]
    return {block.split("·")[-1].split()[0]: block for block in blocks if "·" in block}


def stale_ids(on: date) -> set[str]:
    """Return what must be looked at again on a day, and what rests on such a fact."""
    facts = {key for key, fact in CN.facts.items() if on > fact.review_by}
    claims = {
        one.id for one in CN.negatives.values() if on > one.evidence.review_by or facts & set(one.facts)
    }
    ways = {
        one.id for one in CN.channels.values() if on > one.evidence.review_by or facts & set(one.fact_ids)
    }
    return facts | claims | ways | {key for key, one in CN.ceilings.items() if facts & set(one.fact_ids)}


def test_the_turn_of_the_year_makes_some_of_the_pack_stale():
    assert stale_ids(NEW_YEAR) >= {
        "lpr-1y", "loan-subsidy-consumer", "loan-subsidy-business", "bad-loan-sales", "assignment-kinds",
        "third-hand-discount", "private-loan",
    }  # fmt: skip
    assert "bad-record-years" not in stale_ids(NEW_YEAR)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_list_exactly_what_is_stale_says_so(language: Language):
    shown, stale = entries(language), stale_ids(NEW_YEAR)
    assert stale <= set(shown)
    for key, block in shown.items():
        if key in {*CN.facts, *CN.negatives, *CN.ceilings}:
            assert (DUE[language] in block) is (key in stale), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_later_everything_in_the_list_says_so(language: Language):
    shown = entries(language, on=LATER)
    for key in {*CN.facts, *CN.negatives, *CN.ceilings, "lender", "record-dispute"}:
        assert DUE[language] in shown[key], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_document_rests_on_says_so(language: Language):
    """`about_messages` is what every document's last part is made of."""
    for fact in CN.facts.values():
        told = say(about_messages([fact.id], CN, NEW_YEAR, language)[0], language)
        assert (MARK[language] in told) is fact.stale(NEW_YEAR), fact.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", [one for one in PAPERS if one.days_fact], ids=lambda one: one.kind)
def test_a_day_counted_by_a_rule_that_needs_checking_says_so_beside_it(paper, language: Language):
    received = date(2029, 12, 28)
    (day,) = [
        part for part in paper_parts(paper, received, CN, LATER, language) if part.code == "paper-head-day"
    ]
    told = " ".join(say(block.message, language) for block in day.blocks if isinstance(block, Say))
    assert MARK[language] in told
    fresh = date(2026, 11, 26)
    (day,) = [
        part for part in paper_parts(paper, fresh, CN, fresh, language) if part.code == "paper-head-day"
    ]
    assert not any(MARK[language] in say(one.message, language) for one in day.blocks if isinstance(one, Say))


HOME = """
format = "ashore/1"
[household]
as_of = 2029-12-31
cash = 1000.00
[[income]]
name = "Pay"
amount = 4000.00
day = 10
[[spending]]
name = "Living"
amount = 3500.00
essential = true
[[debt]]
id = "one"
creditor = "Bank"
lender_kind = "bank"
balance = 30000.00
rate = "1%/month"
method = "level-payment"
periods_left = 12
due_day = 15
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_local_laws_on_insolvency_are_still_told_and_say_so(tmp_path: Path, language: Language):
    file = tmp_path / "home.toml"
    file.write_text(HOME, "utf-8")
    told = CliRunner().invoke(main, ["asks", str(file), "--lang", language]).stdout
    words = "".join(unstyle(told).split())
    for fact in CN.facts.values():
        if fact.id.startswith("bankruptcy-"):
            place = words.index("".join(fact.names[language].split()))
            assert "".join(MARK[language].split()) in words[place : place + 300], fact.id


STATEMENT = "期数,应还日期,应还本金,应还利息,罚息,应还总额\n1,2026-09-15,8600.00,1199.70,608.56,10408.26\n"
LOAN = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[debt]]
id = "wsd"
creditor = "Bank"
lender_kind = "bank"
balance = 86000.00
original = 86000.00
start = 2026-08-15
rate = "0.045%/day"
method = "equal-principal"
periods_left = 7
due_day = 15
penalty = "x1.5"
compound = true
arrears = {since = 2026-09-15}
source = {rate = "contract", method = "contract", penalty = "contract"}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_band_of_penalties_that_an_audit_names_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
):
    """A statement with twice the rate is above the band that a rule names; the rule is made old here."""
    for name, text in (("home.toml", LOAN), ("statement.csv", STATEMENT)):
        (tmp_path / name).write_text(text, "utf-8")
    arguments = [
        "audit",
        str(tmp_path / "home.toml"),
        "wsd",
        str(tmp_path / "statement.csv"),
        "--lang",
        language,
    ]
    source = CN.facts["penalty-markup-high"].source
    title = source.title if language == "zh" else source.title_en
    marked = f"{title}{MARK[language]}" if language == "zh" else f"{title} {MARK[language]}"

    def told() -> str:
        return "".join(unstyle(CliRunner().invoke(main, arguments).stdout).split())

    fresh = told()
    old = replace(CN.facts["penalty-markup-high"], review_by=date(2026, 11, 22))
    pack = replace(CN, facts={**CN.facts, old.id: old})
    monkeypatch.setattr(checking, "load_pack", lambda _: pack)
    stale = told()
    assert "".join(marked.split()) not in fresh
    assert stale.count("".join(marked.split())) >= 2
