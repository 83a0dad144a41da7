"""Small workbooks (XLSX) written by hand: sheets of texts, numbers, days and moments, as lenders and apps make them."""

from datetime import date, datetime
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>"
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EPOCH = date(1899, 12, 30)
MIDNIGHT = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook tells the time of the place
STYLES = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>'


def workbook(*sheets):
    """Return the bytes of a workbook of sheets, each rows of texts, numbers, days or None."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        names = "".join(
            f'<sheet name="Sheet{number}" sheetId="{number}" r:id="rId{number}"/>'
            for number in range(1, len(sheets) + 1)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        )
        links = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
        links.append(("styles", "styles.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", _relations(links))
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs>{STYLES}</cellXfs></styleSheet>',
        )
        for number, rows in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(rows))
    return data.getvalue()


def _relations(links):
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def _sheet(rows):
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(number, place, value) for place, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def _cell(number, place, value):
    where = f'r="{chr(ord("A") + place)}{number}"'
    if value is None:
        return ""
    if isinstance(value, datetime):
        days = (value - MIDNIGHT).total_seconds() / 86400
        return f'<c {where} s="2"><v>{days!r}</v></c>'
    if isinstance(value, date):
        return f'<c {where} s="1"><v>{(value - EPOCH).days}</v></c>'
    if isinstance(value, str):
        return f'<c {where} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c {where}><v>{value}</v></c>"
