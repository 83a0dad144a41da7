"""What payments were for: the first rule that fits, the newest correction before it, and never a guess."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.diagnosis.categories import categorise, spent_fen
from ashore.diagnosis.category_rules import CATEGORIES, SHOP_CATEGORIES, Rule, Rules, plain
from ashore.diagnosis.corrections import Correction, learnt, read_corrections, write_corrections
from ashore.household.transactions import Nature, Transaction, TransactionKind
from ashore.packs.categories import load_rules
from ashore.packs.check import check_pack
from packs.copies import change, copy_toyland

DAY = date(2026, 10, 5)
CN, TOY = load_rules("cn"), load_rules("toyland")
HERE = Path(__file__).parent
PRECISION_MIN, RECALL_MIN = 0.97, 0.90
TABLE = "categories.toml"


def bought(counterparty: str = "", text: str = "", **more: object) -> Transaction:
    """Return a purchase of ¥10 at noon."""
    row = Transaction(DAY, 1_000, "spending", "purchase", time(12), counterparty, text)
    return replace(row, **more)  # pyright: ignore[reportArgumentType] - each test names a field with its own type


def labelled(name: str) -> Iterator[tuple[Transaction, list[str]]]:
    """Yield each payment of a labelled set with what a person calls it, `` where nobody could tell."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, nature, counterparty, text, said, *labels = line.split("\t")
            row = bought(counterparty, text, kind=kind, nature=nature, said_category=said)
            yield row, ["" if label == "?" else label for label in labels]


@pytest.mark.parametrize(
    ("name", "trader"), [("categories_labelled.tsv", False), ("categories_labelled_shop.tsv", True)]
)
def test_the_labelled_payments(name: str, trader: bool):
    rows, labels = zip(*labelled(name), strict=True)
    found = categorise(rows, CN, trader=trader)
    pairs = [(want[0], row) for want, row in zip(labels, found.ledger, strict=True)]
    right = sum(bool(want) and want == row.category for want, row in pairs)
    decided, wanted = sum(bool(row.category) for _, row in pairs), sum(bool(want) for want, _ in pairs)
    wrong = [
        f"{row.counterparty} {row.text}: {row.category} not {want}"
        for want, row in pairs
        if row.category != want
    ]
    told = [f"{name}: {len(pairs)} payments, precision {right}/{decided}, recall {right}/{wanted}", *wrong]
    sys.stdout.write("\n  ".join(told) + "\n")
    assert right / decided >= PRECISION_MIN
    assert right / wanted >= RECALL_MIN
    if trader:
        assert [row.business for row in found.ledger] == [
            True if want[1] == "shop" else None for want in labels
        ]


def test_what_no_rule_knows_stays_unknown_and_is_counted():
    rows = [bought("商户", amount_fen=700), bought("公交"), bought("商户", kind="refund", amount_fen=300)]
    found = categorise(rows, CN)
    assert [row.category for row in found.ledger] == ["", "transport", ""]
    assert (found.unknown_count, found.unknown_fen) == (1, 700)
    assert [one.category for one in found.decided] == ["", "transport", ""]


def test_the_newest_correction_goes_before_the_older_and_before_every_rule():
    older, newer = Correction("老李", "clothing"), Correction("水果店", "gifts", business=False)
    row = bought("水果店老李", "苹果")
    assert categorise([row], CN).ledger[0].category == "food"
    assert categorise([row], CN, [older]).ledger[0].category == "clothing"
    found = categorise([row], CN, [older, newer])
    assert (found.ledger[0].category, found.ledger[0].business) == ("gifts", False)
    assert found.decided[0].category == "correction: 水果店"
    assert categorise([row], CN, [newer, older]).ledger[0].category == "clothing"
    assert categorise([row], CN, [newer, older]).ledger[0].business is False, (
        "the older still speaks where the newer is silent"
    )


@pytest.mark.parametrize(
    ("field", "word", "hit"),
    [
        ("counterparty", "水果店", False),
        ("counterparty", "水果店 老李", True),
        ("text", "苹果", True),
        ("text", "水果", False),
        ("method", "零钱", True),
        ("method", "零", False),
        ("account", "a1", True),
        ("any", "李 苹", True),
        ("any", "梨", False),
    ],
)
def test_a_correction_looks_where_it_says(field: str, word: str, hit: bool):
    row = bought("水果店  老李", "苹果", method="零钱", account="A1")
    one = Correction(word, "gifts", field=field)  # pyright: ignore[reportArgumentType] - the words of the cases
    assert (categorise([row], Rules({}, ()), [one]).ledger[0].category == "gifts") is hit


def test_a_refund_takes_what_its_purchase_has():
    purchase = bought("水果店", order="7", source="alipay")
    back = bought("商户", kind="refund", nature="refund", refund_of="7", source="alipay")
    elsewhere = replace(back, source="wechat")
    found = categorise([back, purchase, elsewhere], CN)
    assert [row.category for row in found.ledger] == ["food", "food", ""]
    assert found.decided[0].category == "refund"
    said = categorise([back, purchase], CN, [Correction("商户", "clothing")])
    assert [row.category for row in said.ledger] == ["clothing", "food"], "what the person said stands"


def test_only_what_was_spent_has_a_category():
    kinds: list[tuple[TransactionKind, Nature]] = [
        ("income", "wage"), ("repayment", "repaid"), ("transfer", "own-account"), ("transfer", "borrowed"),
    ]  # fmt: skip
    rows = [bought("公交", kind=kind, nature=nature) for kind, nature in kinds]
    said = [Correction("公交", "food", business=True)]
    assert [row.category for row in categorise(rows, CN, said).ledger] == [""] * 4
    assert [row.business for row in categorise(rows, CN, said).ledger] == [True] * 4


def test_shop_rules_are_for_who_has_a_shop():
    row = bought("红星批发市场", "进货")
    assert categorise([row], CN).ledger[0].category == ""
    kept = categorise([row], CN, trader=True).ledger[0]
    assert (kept.category, kept.business) == ("stock", True)


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (bought("Shell Street", amount_fen=50_000), "big-shell-rent"),
        (bought("Shell Street", amount_fen=49_999), ""),
        (bought("Shell Street", amount_fen=2_000), "shell-snack"),
        (bought("Shell Street", amount_fen=2_001), ""),
        (bought("Shell necklace", amount_fen=2_000), ""),
        (bought("Shells", amount_fen=2_000), ""),
        (bought("BOAT", at=time(22)), "night-boat"),
        (bought("boat", at=time(3)), "night-boat"),
        (bought("boat", at=time(5)), "night-boat"),
        (bought("boat", at=time(5, 0, 1)), "day-boat"),
        (bought("boat", at=None), "day-boat"),
        (bought("lifeboats"), ""),
        (bought("x", said_category="Gadgets", credit="card"), "on-stall-card"),
        (bought("x", said_category="Gadgets"), ""),
        (bought("x", nature="fee"), "fee"),
    ],
)
def test_every_condition_of_the_invented_table(row: Transaction, rule: str):
    assert categorise([row], TOY).decided[0].category == rule


def test_interest_is_no_spending():
    assert spent_fen(bought(nature="interest")) == 0
    assert [spent_fen(bought(kind=kind)) for kind in ("spending", "refund", "income", "repayment", "transfer")] == [
        1_000, -1_000, 0, 0, 0,
    ]  # fmt: skip
    assert spent_fen(bought(kind="transfer", nature="person", category="housing")) == 1_000


# A second way to the answer: one pattern per rule over one line of text, and the whole table tried from its end.

WORDS = ["rent", "shop", "面", "rent a", "é"]
texts = st.text(alphabet="rent shopa面é", max_size=12)
rules_drawn = st.lists(
    st.builds(
        Rule,
        id=st.uuids().map(str),
        category=st.sampled_from(CATEGORIES),
        words=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
        without=st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
        fen_min=st.none() | st.integers(0, 3),
        fen_max=st.none() | st.integers(0, 3),
    ),
    max_size=5,
)
rows_drawn = st.lists(
    st.builds(
        Transaction,
        day=st.just(DAY),
        amount_fen=st.integers(1, 4),
        kind=st.sampled_from(["spending", "refund", "transfer", "income"]),
        nature=st.sampled_from(["purchase", "person", "own-account", "interest"]),
        counterparty=texts,
        text=texts,
        order=st.sampled_from(["", "1", "2"]),
    ),
    max_size=6,
)
corrections_drawn = st.lists(
    st.builds(
        Correction,
        word=st.text(min_size=1, max_size=6),
        category=st.sampled_from(CATEGORIES),
        business=st.sampled_from([None, True, False]),
        field=st.sampled_from(["counterparty", "text", "method", "account", "any"]),
    ),
    max_size=5,
)


def slowly(row: Transaction, rules: Sequence[Rule]) -> str:
    """Return the category of a payment, the long way."""
    line = " ".join(row.counterparty.split()) + " " + " ".join(row.text.split())
    answer = ""
    for rule in reversed(rules):
        near = [rf"\b{word}\b" if re.fullmatch("[ -~]+", word) else word for word in rule.words]
        far = [rf"\b{word}\b" if re.fullmatch("[ -~]+", word) else word for word in rule.without]
        amounts = range(rule.fen_min or 0, 5 if rule.fen_max is None else rule.fen_max + 1)
        hit = (not near or re.search("|".join(near), line, re.ASCII)) and not (
            far and re.search("|".join(far), line, re.ASCII)
        )
        if hit and row.amount_fen in amounts:
            answer = rule.category
    spends = row.kind in {"spending", "refund"} or (row.kind == "transfer" and row.nature == "person")
    return answer if spends else ""


@given(rows_drawn, rules_drawn)
def test_it_is_what_the_long_way_finds(rows: list[Transaction], rules: list[Rule]):
    found = categorise(rows, Rules({}, tuple(rules)))
    assert [row.category for row in found.ledger] == [slowly(row, rules) for row in rows]
    lost = [
        row
        for row, known in zip(rows, found.ledger, strict=True)
        if row.kind == "spending" and not known.category
    ]
    assert found.unknown_fen == sum(row.amount_fen for row in lost if row.nature != "interest")


@given(rows_drawn, corrections_drawn, st.randoms(use_true_random=False))
def test_twice_is_once_and_the_order_of_rows_does_not_matter(
    rows: list[Transaction], said: list[Correction], chance: object
):
    once = categorise(rows, CN, said, trader=True)
    assert categorise(once.ledger, CN, said, trader=True) == once
    assert categorise(rows, CN, [*said, *said], trader=True) == once
    shuffled = sorted(range(len(rows)), key=lambda place: hash((place, chance.random())))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownLambdaType] - Hypothesis' own source of chance
    mixed = categorise([rows[place] for place in shuffled], CN, said, trader=True)
    assert [mixed.ledger[shuffled.index(place)] for place in range(len(rows))] == list(once.ledger)


@given(corrections_drawn, corrections_drawn)
def test_corrections_are_learnt_once_and_written_as_they_are_read(
    known: list[Correction], new: list[Correction]
):
    kept = learnt(known, new)
    assert learnt(kept, new) == kept
    assert len({one.key for one in kept}) == len(kept)
    assert {plain(one.word) for one in kept} == {plain(one.word) for one in (*known, *new)} - {""}
    again = read_corrections(write_corrections(kept))
    assert (again.corrections, again.findings) == (kept, ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[[correction]]\nword = 7\ncategory = 'food'", "correction[0].word"),
        ("[[correction]]\nword = ' '\ncategory = 'food'", "correction[0].word"),
        ("[[correction]]\nword = 'a'\ncategory = 'fodd'", "correction[0].category"),
        ("[[correction]]\nword = 'a'", "correction[0].category"),
        ("[[correction]]\nword = 'a'\nbusiness = 1", "correction[0].business"),
        ("[[correction]]\nword = 'a'\nbusiness = true\nin = 'x'", "correction[0].in"),
        ("correction = [1]", "correction[0]"),
    ],
)
def test_a_wrong_correction_is_found_and_left_out(text: str, place: str):
    read = read_corrections(
        f"{text}\n\n" + ("[[correction]]\nword = 'b'\ncategory = 'food'" if "[[" in text else "")
    )
    assert [one.place.path for one in read.findings] == [place]
    assert [one.word for one in read.corrections] == (["b"] if "[[" in text else [])


def test_a_file_that_is_no_toml_gives_no_correction():
    read = read_corrections("[[correction]\n")
    assert [(one.code, one.level) for one in read.findings] == [("corrections-unreadable", "stop")]


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("[category]", "[kinds]", "pack-field-missing", "category"),
        ('need = "either"', 'need = "luxury"', "pack-word-unknown", "category.eating-out.need"),
        ("pets = {", "cats = {", "pack-field-missing", "category.pets"),
        ("pets = {", "dogs = {}\npets = {", "pack-word-unknown", "category.dogs"),
        ('category = "stock"', 'category = "stocks"', "pack-word-unknown", "rule[1].category"),
        ('category = "stock"\n', "", "pack-field-missing", "rule[1].category"),
        ('words = ["wholesale"]', 'word = ["wholesale"]', "pack-word-unknown", "rule[1].word"),
        ('natures = ["takings"]\n', "", "pack-field-missing", "rule[0].words"),
        ('id = "stock"', 'id = "takings"', "pack-field-wrong", "rule[1].id"),
        ("yuan_min = 500", "yuan_min = 0.001", "pack-field-wrong", "rule[3].yuan_min"),
        ("since = 22:00:00\n", "", "pack-field-missing", "rule[5].since"),
        ("since = 22:00:00", "since = 22", "pack-field-wrong", "rule[5].since"),
        ("business = true", 'business = "yes"', "pack-field-wrong", "rule[0].business"),
    ],
)  # fmt: skip
def test_a_fault_of_the_table_is_found_where_it_is(tmp_path: Path, old: str, new: str, code: str, place: str):
    root = copy_toyland(tmp_path)
    change(root, TABLE, old, new)
    assert [(one.code, one.place.path) for one in check_pack("toyland", root)] == [
        (code, f"{TABLE}: {place}")
    ]


@pytest.mark.parametrize("rules", [CN, TOY])
def test_every_code_has_its_names_and_its_need(rules: Rules):
    assert set(rules.categories) == set(CATEGORIES)
    assert all(rules.needs[code] == "essential" for code in SHOP_CATEGORIES)


def test_no_rule_of_the_table_is_dead():
    """A rule whose first word alone is decided by an earlier rule would never be heard on that word."""
    for rule in CN.rules:
        for word in rule.words if not rule.trader else ():
            by = categorise([bought("", word)], CN).decided[0].category
            assert by, word
            earlier = [one.id for one in CN.rules].index(by)
            assert earlier <= [one.id for one in CN.rules].index(rule.id), word
        heard = {
            categorise([bought("", word)], CN, trader=rule.trader).decided[0].category for word in rule.words
        }
        assert not rule.words or rule.id in heard, rule.id
