"""Make a book and write to it through the whole app, a dot on standard output for each acknowledgement; then die.

Arguments: the folder, the seed, how many writes, and nothing or one of these.  `held`: another page is open all the
time, so that SQLite does not empty its log into the file after each write.  `passphrase`: at last it is changed,
acknowledged by a dot more.  `restore`: a backup is made, a write follows, and at last the backup is put back, a dot
each.  ASHORE_TEST_SYNCHRONOUS weakens what SQLite does for safety: the product does not read it.
"""

import io
import os
import random
import signal
import sys
from pathlib import Path

import open_book  # sets Django up before the store is imported
from ashore.store import keyring, shelf, vault
from ashore.store.cipher import base
from ashore.store.cipher.driver import driver
from ashore.store.folder import open_folder
from ashore.web.config import Place, configure, place
from store.crashing import LATER, NEXT_PASSPHRASE, Inside, Model, perform, plan_of

if __name__ == "__main__":
    folder, seed, count, then = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    vault.ENOUGH = vault.Work(passes=1, memory_kib=64, lanes=1)
    if weak := os.environ.get("ASHORE_TEST_SYNCHRONOUS"):
        told = [one for one in base.PRAGMAS if not one.startswith("synchronous")]
        base.PRAGMAS = (*told, f"synchronous = {weak}")
    configure(Place(open_folder(folder), open_book.PORT))
    browser = Inside(open_book.PORT)
    typed: dict[str, object] = {"passphrase": open_book.PASSPHRASE, "again": open_book.PASSPHRASE}
    made = browser.ask("/unlock", {**typed, "key": "6f9619ff-8b86-4011-b42d-00c04fc964ff"})
    assert made.status == 200, made.status
    os.write(1, b".")
    page = driver.connect(str(keyring.held().path)) if then == "held" else None
    if page:
        page.execute(f"PRAGMA key = \"x'{keyring.held().key.hex()}'\"")
        page.execute("SELECT count(*) FROM store_entry").fetchall()
    for op in plan_of(random.Random(seed), Model(), count).ops:
        assert perform(browser, op), op
        os.write(1, b".")
    if then == "passphrase":
        fields = {"old": open_book.PASSPHRASE, "new": NEXT_PASSPHRASE, "again": NEXT_PASSPHRASE}
        assert browser.ask("/settings/passphrase", dict(fields)).status == 200
        os.write(1, b".")
    if then == "restore":
        backup = io.BytesIO(shelf.back_up(place().folder))
        backup.name = "backup.zip"
        assert perform(browser, LATER)
        os.write(1, b".")
        sent = browser.ask("/restore", {"backup": backup, "passphrase": open_book.PASSPHRASE})
        assert sent.status == 302, sent.status
        os.write(1, b".")
    os.kill(os.getpid(), signal.SIGKILL)
