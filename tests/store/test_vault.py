"""The key is had with the passphrase or the recovery code, and with nothing else."""

import json

import pytest

from ashore.store.vault import (
    CODE_ALPHABET,
    UnreadableVault,
    WeakPassphrase,
    WrongSecret,
    new_vault,
    read_vault,
)

SECRET = "我自己的一句话"


def test_passphrase_and_code_give_the_same_key():
    vault, key, code = new_vault(SECRET + "!")
    again = read_vault(vault.dump())
    assert again == vault
    assert again.open(SECRET + "!") == key
    assert again.open(code) == key
    assert again.open(f" {code.lower().replace('-', ' ')} ") == key


@pytest.mark.parametrize("typed", ["", "a short sentence", "A Short Sentence Of Mine", "AAAA-BBBB"])
def test_nothing_else_opens_it(typed):
    vault, _, _ = new_vault("a short sentence of mine")
    with pytest.raises(WrongSecret):
        vault.open(typed)


def test_a_short_passphrase_is_refused():
    with pytest.raises(WeakPassphrase) as refused:
        new_vault("1234567")
    assert refused.value.facts == {"least_count": 8}


def test_a_new_passphrase_leaves_key_and_code_as_they_were():
    vault, key, code = new_vault("the old sentence")
    changed = vault.with_passphrase(key, "the new sentence")
    assert changed.open("the new sentence") == changed.open(code) == key
    with pytest.raises(WrongSecret):
        changed.open("the old sentence")


def test_two_books_have_nothing_in_common():
    one, other = new_vault(SECRET + "!"), new_vault(SECRET + "!")
    assert one[1] != other[1]
    assert one[2] != other[2]
    assert one[0].wraps[0].salt != other[0].wraps[0].salt


def test_less_work_for_a_guess_is_not_taken_from_the_file():
    """Whoever lowers the passes in the file, to guess faster, gets no key out of it."""
    vault, _, _ = new_vault(SECRET + "!")
    raw = json.loads(vault.dump())
    for wrap in raw["wraps"]:
        wrap["work"]["passes"] = 1
    with pytest.raises(WrongSecret):
        read_vault(json.dumps(raw)).open(SECRET + "!")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "ashore-key/9", "wraps": []}', '{"format": 1}'])
def test_a_file_that_is_none_is_said_to_be_one(text):
    with pytest.raises(UnreadableVault):
        read_vault(text)


def test_the_code_has_no_signs_that_look_alike():
    assert not set("01OILU") & set(CODE_ALPHABET)
