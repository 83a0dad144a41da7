"""What is said about bills read: findings, what was left out and why, the sums; by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

IMPORTING: Final[Mapping[str, str]] = {
    "bill-empty": _n("There is nothing in this file."),
    "bill-too-large": _n(
        "This file, or what it unpacks to, is larger than any bill. Please export a shorter time and try again."
    ),
    "bill-pdf": _n(
        "This is a PDF, which is not read here. Please export the bill again for your own accounts, as a table (CSV or XLSX)."
    ),
    "bill-archive-other": _n(
        "This is an archive that is not opened here (7z, RAR or gzip). Please unpack it and give the file inside."
    ),
    "bill-workbook-locked": _n(
        "This workbook is locked with a password. Please save a copy without the password and give the copy."
    ),
    "bill-workbook-broken": _n(
        "This workbook cannot be opened: it is damaged or was cut short. Please export it again."
    ),
    "bill-html": _n("This is a web page, not a table. Please export the bill as CSV or XLSX."),
    "bill-not-text": _n("This is neither a table nor a text. Please give the file as the app exported it."),
    "bill-encoding-unknown": _n(
        "From this line on, the text is in no known encoding: the file is damaged. Please export it again."
    ),
    "bill-zip-broken": _n(
        "This ZIP cannot be opened: it is damaged or was cut short. Please download it again, or unpack it yourself and give the file inside."
    ),
    "bill-zip-several": _n(
        "This ZIP holds {files_count} files. Please unpack it and give the bills one by one."
    ),
    "bill-zip-nothing": _n("There is no file in this ZIP."),
    "bill-zip-locked": _n(
        "This ZIP is locked. The app that made it tells you the password (WeChat Pay in a message of its own): please give that too."
    ),
    "bill-zip-password": _n(
        "This password does not open the ZIP. Please check it against the message from the app."
    ),
    "bill-unknown": _n(
        "No line of this file has headings that are known here. If it was opened and changed, please export it again."
    ),
    "bill-columns-missing": _n(
        "These columns are missing: {columns}. Without them no row can be read; please export the bill again."
    ),
    "bill-sheets-several": _n(
        "Several sheets of this file hold different payments. Please save each as a file of its own."
    ),
    "bill-row-short": _n(
        "This row ends too early: the file was cut short, or was not downloaded to its end. Please export it again."
    ),
    "bill-date-wrong": _n(
        "The column {column} holds no day here that can be read for certain. If the file was opened and saved in a spreadsheet, please export it again and leave it closed."
    ),
    "bill-amount-wrong": _n(
        "The column {column} holds no amount here that can be read for certain. If the file was changed, please export it again."
    ),
    "bill-direction-unknown": _n(
        "The column {column} does not say here in a known word whether money came or went."
    ),
    "bill-status-unclear": _n(
        "The column {column} says here that money came back, and not for certain how much."
    ),
    "bill-characters-lost": _n(
        "From here on, some characters were lost when the file was saved; names may read badly, amounts are not touched."
    ),
    "bill-row-mended": _n(
        "A name or text in this row holds the mark that parts the columns; day and amount were found in their places."
    ),
    "bill-cut-short": _n(
        "The file says it holds {stated_count} rows; {read_count} are here. Rows were deleted, or it was not downloaded to its end: a fresh export tells the rest."
    ),
    "bill-more-rows": _n(
        "The file says it holds {stated_count} rows; {read_count} are here. If it was put together from several, that is the reason."
    ),
    "bill-sum-income": _n(
        "The file says that its income adds up to {stated_fen}; its rows add up to {read_fen}. Apps warn that the two may differ; a changed file shows it too."
    ),
    "bill-sum-spending": _n(
        "The file says that its spending adds up to {stated_fen}; its rows add up to {read_fen}. Apps warn that the two may differ; a changed file shows it too."
    ),
    "bill-sum-neutral": _n(
        "The file says that what is neither income nor spending adds up to {stated_fen}; its rows add up to {read_fen}."
    ),
    "bill-sheet-copy": _n("Another sheet of this file holds the same rows; it was not counted again."),
    "bill-sheet-stale": _n("A sheet that was left behind in this file ({rows_count} rows) was passed over."),
    "bill-orders-lost": _n(
        "A spreadsheet has shortened order numbers ({rows_count} rows). The payments are counted, but the same payment in another file may not be recognised: better to export again and leave the file closed."
    ),
    "bill-resaved": _n(
        "The days are written as a spreadsheet writes them: the file was opened and saved again. If anything looks wrong, please export it anew."
    ),
    "bill-neutral-unclear": _n(
        "The app counts this as neither income nor spending, and it does not say what it was; it stands among the transfers."
    ),
    "bill-closed-without-refund": _n(
        "This purchase was closed after it was paid, so it was given back; the refund is not in this file. It counts as spending until the file that has the refund is read too."
    ),
    "bill-refund-undated": _n(
        "The purchase's own row says that money came back, not when; the refund stands on the day of the purchase."
    ),
    "import-head-file": _n("What was read"),
    "import-head-together": _n("All files together"),
    "import-file": _n("{file}: {what}, {rows_count} rows."),
    "import-file-stopped": _n("{file} ({what}): not read. Nothing of it counts until this is mended."),
    "import-span": _n("It covers {since} to {until}."),
    "import-sums": _n("Payments by kind, in yuan"),
    "import-column-what": _n("Kind of payment"),
    "import-column-count": _n("How many"),
    "import-column-sum": _n("Sum"),
    "import-kind-spending": _n("Spending (before refunds)"),
    "import-kind-income": _n("Income"),
    "import-kind-refund": _n("Refunds"),
    "import-kind-transfer": _n("Transfers"),
    "import-kind-repayment": _n("Debts repaid (not spending)"),
    "import-kind-borrowed": _n("of the transfers: drawn from loans"),
    "import-kind-fees": _n("of all: fees of the app"),
    "import-format-alipay": _n("Alipay bill"),
    "import-format-wechat": _n("WeChat Pay bill"),
    "import-format-jd": _n("JD bill"),
    "import-format-meituan": _n("Meituan bill"),
    "import-format-bank": _n("bank statement"),
    "import-format-beancount": _n("beancount book"),
    "import-format-unknown": _n("not recognised"),
    "import-left-closed": _n("Left out {rows_count} × closed before it was paid: {lines}."),
    "import-left-failed": _n("Left out {rows_count} × failed: {lines}."),
    "import-left-waiting": _n("Left out {rows_count} × not paid yet: {lines}."),
    "import-left-taken-back": _n("Left out {rows_count} × undone at once: {lines}."),
    "import-left-nothing": _n("Left out {rows_count} × ¥0: {lines}."),
    "import-left-summed": _n("Left out {rows_count} × a line of sums: {lines}."),
    "import-left-held": _n("Left out {rows_count} × only held or released, nothing was paid: {lines}."),
    "import-left-others-paid": _n("Left out {rows_count} × paid by somebody else: {lines}."),
    "import-left-not-money": _n("Left out {rows_count} × points or coupons, no money: {lines}."),
    "import-lines": _n("line {lines}"),
    "import-lines-more": _n("{named} and {more_count} more"),
    "import-finding-stop": _n("Must be mended ({lines}): {said}"),
    "import-finding-stop-whole": _n("Must be mended: {said}"),
    "import-finding-note": _n("Worth a look ({lines}): {said}"),
    "import-finding-note-whole": _n("Worth a look: {said}"),
    "import-together": _n("{payments_count} payments from {files_count} files, each counted once."),
    "import-together-known": _n("{payments_count} payments stood in more than one file of the same account."),
    "import-together-doubles": _n(
        "{payments_count} payments were seen by an app and by the bank; the app's row was kept."
    ),
    "import-together-refunds": _n("Refunds put beside their purchase: {refunds_count}."),
    "import-gathered": _n("Worth a look: {said}"),
    "import-gathered-more": _n("Worth a look: {said} ({more_count} more like this)"),
    "import-private": _n(
        "This was read here and sent nowhere. What money was spent on goes into no plan and no letter."
    ),
    "import-ask-password": _n("Password of the ZIP"),
    "import-left-other-currency": _n("Left out {rows_count} × in another currency than yuan: {lines}."),
    "bill-more-findings": _n("{more_count} further findings on this file are not listed."),
    "import-beancount": _n("Written as a beancount book: {file}"),
    "import-mapping-none": _n("None of these is a bank's export: no file of its columns was written."),
    "import-mapping-kept": _n(
        "Which column holds what, as it was found, is in {file}: put it right there, add the account, and give it with --mapping."
    ),
    "bill-days-outside": _n(
        "The file says it covers {since} to {until}; its payments are of {first} to {last}. The days of the payments are what counts."
    ),
}
