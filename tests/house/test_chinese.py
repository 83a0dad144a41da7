"""Chinese stands in catalogues and packs, not in code, and is set the way Chinese is."""

import ast
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese import changes, set_chinese, set_file
from needs import ROOT

SOURCES = ROOT / "src" / "ashore"
CHARACTER = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
INPUT = "words that people write in their file, read and never printed"
ALLOWED = {
    "cli/demo.py": "the report's file name in each language",
    "documents/html.py": "how a date stands in a Chinese text, to keep it whole",
    "documents/laws.py": "how Chinese laws number their articles",
    "household/file/wording.py": INPUT,
    "household/keys/contract.py": INPUT,
    "household/keys/kinds.py": INPUT,
    "household/keys/rates.py": INPUT,
    "household/keys/sections.py": INPUT,
    "importers/bills/bank.py": INPUT,
    "importers/bills/bank_rows.py": INPUT,
    "importers/bills/bank_words.py": INPUT,
    "importers/bills/beancount_reading.py": INPUT,
    "importers/bills/jd.py": INPUT,
    "importers/bills/meituan.py": INPUT,
    "importers/bills/naming.py": INPUT,
    "importers/bills/refunds.py": INPUT,
    "importers/bills/alipay.py": INPUT,
    "importers/bills/stated.py": INPUT,
    "importers/bills/wechat.py": INPUT,
    "importers/bills/words.py": INPUT,
    "importers/payments.py": INPUT,
    "importers/statement/columns.py": INPUT,
    "importers/statement/doubts.py": INPUT,
    "importers/statement/rows.py": INPUT,
    "money.py": "the figures in which a paper spells a sum out",
    "planning/triage_answers.py": INPUT,
    "planning/what_if.py": INPUT,
    "store/folder.py": "what sync programs call their folders, read and never printed",
    "texts/together.py": "words for what is counted, to keep them with their number",
    "texts/facts.py": "how a date is written in each language",
}


def chinese_literals(source: str) -> Iterator[str]:
    """Yield the string literals with Chinese characters, docstrings excepted."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text), lineno=line) if id(node) not in docstrings:
                if CHARACTER.search(text):
                    yield f"{line}: {text}"
            case _:
                continue


def test_no_chinese_in_code():
    found = {
        f"{name}:{literal}"
        for path in SOURCES.rglob("*.py")
        if (name := path.relative_to(SOURCES).as_posix()) not in ALLOWED
        for literal in chinese_literals(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize("name", ALLOWED)
def test_every_allowed_module_still_needs_it(name: str):
    assert list(chinese_literals((SOURCES / name).read_text("utf-8")))


def test_chinese_is_set_with_full_width_punctuation():
    assert [str(path) for path, _, _ in changes()] == [], "run `python tools/chinese.py --fix`"


def test_planted_chinese_is_found():
    source = '"""说明"""\ndef f():\n    """说明"""\n    # 注释\n    return f"还差{x}" + "yuan"\n'
    assert list(chinese_literals(source)) == ["5: 还差"]


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("先别慌,看这里.", "先别慌\uff0c看这里。"),
        ("共三笔: {debts}", "共三笔\uff1a{debts}"),
        ("{a_fen}, {b_fen}", "{a_fen}, {b_fen}"),  # nothing Chinese in it
        ("还 {a_fen},{b_fen} 两笔", "还 {a_fen}\uff0c{b_fen} 两笔"),
        ("微粒贷(每日 0.05%),12 期", "微粒贷\uff08每日 0.05%\uff09\uff0c12 期"),
        ("见 ashore plan, 再说;行吗?", "见 ashore plan\uff0c再说\uff1b行吗\uff1f"),
        ("(两笔)还 ¥1,234.56(含息)", "\uff08两笔\uff09还 ¥1,234.56\uff08含息\uff09"),
    ],
)
def test_punctuation_that_touches_chinese_is_set(typed: str, set_: str):
    assert set_chinese(typed) == set_


@pytest.mark.parametrize(
    "text",
    [
        "12:30 前打 12356 电话",
        "还 ¥1,234.56。",
        "Ashore, the household book (家庭账本), is free.",
        "{hour}:{minute} 之前",
        "[说明](docs/a.md)",
    ],
)
def test_numbers_times_addresses_and_english_stay(text: str):
    assert set_chinese(text) == text


@given(st.text("还款 ,;:!?().{}a1。\uff0c", max_size=12))
def test_setting_twice_changes_nothing_more(text: str):
    assert set_chinese(set_chinese(text)) == set_chinese(text)


def test_only_text_for_people_is_set():
    po = 'msgid "a(还)"\nmsgstr ""\n"还,"\n"款,"\n'
    assert set_file(po, ".po") == 'msgid "a(还)"\nmsgstr ""\n"还\uff0c"\n"款\uff0c"\n'
    toml = 'a = {zh = "还,款", address = "法(二).md", b = [\'还,款\']}  # 注,释\nc = ["还","款"]'
    assert set_file(toml, ".toml") == toml.replace('"还,款"', '"还\uff0c款"').replace("注,释", "注\uff0c释")
    page = "还,款 `还,款`\n```\n还,款\n```\n[还,款](还,款.md)\n"
    assert set_file(page, ".md") == "还\uff0c款 `还,款`\n```\n还,款\n```\n[还\uff0c款](还,款.md)\n"
