"""The small goal: one at a time, let go without a trace, and nowhere but with the letters."""

import uuid

import pytest
from django.db import connections

from ashore.store.faults import Damaged
from ashore.store.private import goals, notes
from ashore.store.private.notes import Wrote

SAID = "卡纳瑞七一三八等钱到账"


def test_there_is_none_at_first(folder):
    assert goals.current() is None


def test_a_goal_takes_the_place_of_the_one_there_was(folder):
    goals.choose(uuid.uuid4(), SAID)
    goals.choose(uuid.uuid4(), "another")
    found = goals.current()
    assert found is not None
    assert found.text == "another"
    assert [note.text for note in notes.all_of(goals.STORE) if not note.removed] == ["another"]


def test_the_same_form_sent_again_sets_none(folder):
    key = uuid.uuid4()
    goals.choose(key, SAID)
    goals.choose(key, SAID)
    found = goals.current()
    assert found is not None
    goals.let_go(found.pk)
    goals.choose(key, SAID)
    assert goals.current() is None


def test_of_a_goal_let_go_nothing_is_kept(folder):
    goals.choose(uuid.uuid4(), SAID)
    found = goals.current()
    assert found is not None
    goals.let_go(found.pk)
    goals.let_go(found.pk)
    goals.let_go(uuid.uuid4())
    assert goals.current() is None
    with connections[goals.STORE].cursor() as cursor:
        cursor.execute("SELECT text FROM private_note")
        assert cursor.fetchall() == [("",)]


def test_letters_are_left_alone(folder):
    letter = uuid.uuid4()
    notes.add(goals.STORE, letter, Wrote("a letter"))
    goals.choose(uuid.uuid4(), SAID)
    goals.let_go(letter)
    assert notes.note_of(goals.STORE, letter).text == "a letter"
    assert not notes.note_of(goals.STORE, letter).removed


def test_a_damaged_store_is_known_as_one(folder):
    goals.choose(uuid.uuid4(), SAID)
    with connections[goals.STORE].cursor() as cursor:
        cursor.execute("UPDATE private_note SET text = 'something else'")
    with pytest.raises(Damaged):
        goals.current()
