"""What is said about a household file that is not clean text, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FINDINGS_FILE: Final[Mapping[str, str]] = {
    "file-empty": _n(
        "There is nothing in this file yet. To begin, copy the example household and put in your own figures."
    ),
    "file-is-office": _n(
        "This is a spreadsheet or word-processor file (XLSX, XLS, DOCX). A household file is plain text with a name ending in .toml: please copy the figures into one."
    ),
    "file-is-table": _n(
        "This looks like a table saved from a spreadsheet (CSV). A household file has one line for each thing, such as cash = 3200.00: please copy the figures into one."
    ),
    "file-not-household": _n(
        "Nothing here reads like a household file: sections such as [household], lines such as cash = 3200.00."
    ),
    "file-not-text": _n(
        "This is not a text file; perhaps a picture or a PDF. A household file is plain text with a name ending in .toml."
    ),
    "utf8-bom": _n(
        "The file begins with an invisible mark (BOM) that some editors add. It was skipped; saved as plain UTF-8 it is gone."
    ),
    "utf16": _n("The file is saved as UTF-16 and was read so. Please save it as UTF-8."),
    "gbk": _n(
        "The file is saved in the Chinese GBK encoding and was read so. Please see that the names are right, then save it as UTF-8."
    ),
    "encoding-doubtful": _n(
        "It is not certain how this file is encoded: read as GBK it has characters that are hardly ever used. Please open it in an editor, see that the text is right, and save it as UTF-8."
    ),
    "encoding-unknown": _n(
        "Some characters here cannot be read: the file is neither UTF-8 nor GBK. Please open it in an editor, see that the text is right, and save it as UTF-8."
    ),
    "characters-lost": _n(
        "A character here was lost when the file was saved before; “�” stands in its place. Please type it again."
    ),
    "quotes-curly": _n("Curly quotes {signs} were read as plain ones: {write}"),
    "quotes-unclear": _n(
        "It is not certain where the quoted text ends; for now it reads: {write}. Please put the text between two plain quotes."
    ),
    "signs-full-width": _n("Full-width signs {signs} were read as plain ones: {write}"),
    "value-respelled": _n("“{read}” was read as {write}. Please write it so."),
    "quotes-missing": _n("{read} stands without quotes and was read as {write}."),
    "colon-for-equals": _n("A colon stands where an equals sign belongs; read as: {write}"),
    "mark-at-end": _n("A sign at the end of the line was left out; read as: {write}"),
    "comma-extra": _n("A comma before the closing brace was left out; read as: {write}"),
    "table-over-lines": _n(
        "What stands between the braces covers several lines; it was read as one. Please write it on one line."
    ),
    "section-respelled": _n("{read} was read as {write}."),
    "entry-not-list": _n("“{key}” holds one entry without square brackets and was read as a list of one."),
    "bracket-open": _n(
        "The bracket {sign} that begins here is never closed. Please add {closing} at its end."
    ),
    "text-open": _n(
        "The text in triple quotes that begins in this section has no end. Please close it with three quotes."
    ),
    "key-twice": _n(
        "“{key}” stands twice in the same section; this second one was not read. Please keep one."
    ),
    "section-twice": _n(
        "The section {read} stands twice; what is below this second one was not read. Please put the two together."
    ),
    "equals-missing": _n("“{read}” has no equals sign. A line reads: name = value"),
    "value-missing": _n("Nothing stands after “{key} =”. Please fill it in, or delete the line."),
    "backslash": _n("The backslash in “{read}” cannot be read. Please leave it out, or write two."),
    "line-unreadable": _n("This line cannot be read from character {column} on: {read}"),
}
