"""Words of the app's pages on a lender's statement and on what a loan truly costs, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CHECKING: Final[Mapping[str, str]] = {
    "debt-check-head": _n("Its figures, checked"),
    "audit-page-title": _n("Check the lender's statement"),
    "audit-page-lead": _n(
        "Put in the statement that the lender gave you. Every figure is computed again from your contract, day by day: you see what differs, and whom to ask about it. The statement is not kept, and checking changes nothing in the book."
    ),
    "audit-page-none": _n("No statement was given yet. Choose a file, or paste its table."),
    "audit-page-line": _n("Line {line}:"),
    "audit-page-go": _n("Check it"),
    "audit-page-again": _n("Check again"),
    "audit-page-found": _n("Worth a look in the statement"),
    "audit-page-contract": _n("Does your contract say so?"),
    "audit-page-seen": _n("Tick what your contract really says"),
    "audit-page-seen-note": _n(
        "You entered these without saying where they come from, so nothing certain can be said of them yet. What you tick is noted in the book, with the contract as its source. You can undo it under “Situation”."
    ),
    "audit-page-keep": _n("Note it, and check again"),
    "audit-page-type": _n(
        "Not entered: {terms}. For these, typical terms or the usual way of counting were taken. Look into your contract and enter what it says."
    ),
    "audit-page-paper": _n("The paper to attach to a complaint"),
    "audit-page-paper-lead": _n(
        "On it stands only what the contract, with its source, decides, how each figure was computed, and what does not agree within the statement. What you call this debt, and the advice to you, are not on it."
    ),
    "audit-page-as-pdf": _n("PDF file"),
    "audit-page-as-docx": _n("Word file"),
    "audit-page-as-txt": _n("Text"),
    "audit-page-as-html": _n("Page to print"),
    "audit-page-complain": _n("Write the complaint that it goes with"),
    "audit-page-ask": _n("First ask for a full statement and the contract"),
    "letter-annex-note": _n(
        "How each figure was computed stands on a paper of its own. Send it with this letter."
    ),
    "letter-annex-pdf": _n("The statement, computed again (PDF)"),
    "letter-annex-look": _n("See how the statement was checked"),
    "cost-page-title": _n("What it truly costs"),
    "cost-page-lead": _n(
        "What arrived beside all that is paid back, fees and insurance included. The yearly rate is given by each way of counting, as the same loan has a different figure under each."
    ),
    "cost-page-advertised": _n("Beside what was advertised"),
    "cost-page-rate": _n("The rate as it was advertised, in percent"),
    "cost-page-compare": _n("Compare"),
    "cost-page-advertised-wrong": _n(
        "That is no rate that can be read for certain. Please write a number such as 0.6."
    ),
    "table-lead": _n(
        "The lender may have given you a one-page table of all costs with the loan. Type it in, and its figures are checked against each other."
    ),
    "table-lead-there": _n("The table that you typed is in the book, and what stands above follows it."),
    "table-type": _n("Type the table in"),
    "table-change": _n("Change the table"),
    "table-checked": _n("This is what the table as typed comes to. It is not in the book yet."),
    "table-wrong-lead": _n("These cannot be read for certain. Nothing was written."),
    "table-more-rows": _n(
        "Leave rows empty that the table does not have. When all are full, check once, and there is another."
    ),
    "table-check": _n("Check its figures"),
    "table-keep": _n("Put it in the book"),
    "table-principal": _n("Sum of the loan"),
    "table-received": _n("What arrived in your account"),
    "table-on": _n("Day on which it was paid out"),
    "table-periods": _n("Number of instalments"),
    "table-first_due": _n("First due day"),
    "table-payment": _n("Each instalment, with everything in it"),
    "table-yearly": _n("The table's own yearly total cost, in percent"),
    "table-rate": _n("Interest rate, in percent"),
    "table-per": _n("A year, a month or a day"),
    "table-per-year": _n("a year"),
    "table-per-month": _n("a month"),
    "table-per-day": _n("a day"),
    "table-method": _n("How it is repaid"),
    "table-fee_per_period": _n("Fee of each instalment, in percent of the sum"),
    "table-items": _n("Cost"),
    "table-items-name": _n("What it is for"),
    "table-items-amount": _n("Amount each time"),
    "table-items-when": _n("When it is paid"),
    "table-items-payee": _n("Who receives it"),
    "table-contingent": _n("Only if something goes wrong"),
    "table-contingent-name": _n("What it is for"),
    "table-contingent-standard": _n("How much, in the table's words"),
    "table-least": _n(
        "At least the sum and the number of instalments, and then either each instalment or the rate and how it is repaid."
    ),
    "table-head": _n("The lender's table of costs, checked"),
    "audit-page-other": _n("Use another statement"),
}
