"""A form writes into the book it was made for, and into no other."""

from ashore.store import book


def test_a_form_of_ones_own_book_does_not_write_into_the_example(owner):
    form = owner.get("/add/income").form("/add/income")
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    before = book.load().text
    page = owner.post("/add/income", {**form, "name": "x", "amount": "1"})
    assert (page.status, book.load().text) == (409, before)


def test_both_languages_say_so(owner):
    form = owner.get("/add/income").form("/add/income")
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    said = set()
    for language in ("zh", "en"):
        owner.speaks(language)
        said.add(owner.post("/add/income", {**form, "name": "x", "amount": "1"}).words)
    assert len(said) == 2


def test_a_key_that_is_none_is_not_found(owner):
    form = owner.get("/add/income").form("/add/income")
    assert owner.post("/add/income", {**form, "key": "x", "name": "x"}).status == 404
