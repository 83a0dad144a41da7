"""The papers told of first: each once, its day joined to it, in every backup, in no household file."""

from ashore.store import book, papers, shelf
from ashore.store.folder import open_folder
from open_book import PASSPHRASE


def kept():
    """Return what is kept of each paper."""
    return [(one.kind, one.received, one.noted_count) for one in papers.load()]


def test_each_paper_is_kept_once_and_its_day_joins_it(folder):
    papers.tell("notary", "", 0)
    papers.tell("court", "", 0)
    papers.tell("court", "2026-11-20", 0)
    papers.tell("court", "2026-11-20", 0)
    papers.tell("court", "", 0)
    papers.tell("court", "2026-11-02", 0)
    assert kept() == [("court", "2026-11-02", 0), ("court", "2026-11-20", 0), ("notary", "", 0)]


def test_one_that_was_written_down_since_takes_nothing_from_the_next(folder):
    papers.tell("court", "2026-11-20", 0)
    papers.tell("court", "", 1)
    assert kept() == [("court", "2026-11-20", 0), ("court", "", 1)]
    papers.tell("court", "2026-11-25", 1)
    assert kept() == [("court", "2026-11-20", 0), ("court", "2026-11-25", 1)]


def test_put_away_it_is_gone_and_the_others_stay(folder):
    papers.tell("notary", "", 0)
    papers.tell("mediator", "", 0)
    gone = papers.load()[0].pk
    papers.put_away(gone)
    papers.put_away(gone)
    assert kept() == [("notary", "", 0)]
    assert papers.is_away(gone)


def test_put_back_it_is_there_as_it_was(folder):
    papers.tell("court", "2026-11-20", 0)
    (paper,) = papers.load()
    papers.put_away(paper.pk)
    papers.put_back(paper.pk)
    papers.put_back(paper.pk)
    assert kept() == [("court", "2026-11-20", 0)]
    assert not papers.is_away(paper.pk)


def test_told_again_after_it_was_put_away_it_is_another(folder):
    papers.tell("court", "2026-11-20", 0)
    papers.put_away(papers.load()[0].pk)
    papers.tell("court", "", 0)
    assert kept() == [("court", "", 0)]


def test_it_is_in_a_backup_and_in_no_household_file(folder, tmp_path):
    papers.tell("court", "2026-11-20", 0)
    assert "2026-11-20" not in book.load().text
    whole = shelf.back_up(folder)
    shelf.lock()
    shelf.restore(open_folder(tmp_path / "other"), whole, PASSPHRASE)
    assert kept() == [("court", "2026-11-20", 0)]
