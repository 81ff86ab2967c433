from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from drafts import Draft, link
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from policydiff.alignment.link import Relation
from policydiff.comparison import Comparison
from policydiff.coverage import Coverage
from policydiff.reading.document import Kind
from policydiff.report.excel import coverage_xlsx, diff_xlsx, trace_xlsx
from policydiff.threads import Trace, follow

FORMULA = "=HYPERLINK(A1)公共停车位"


@pytest.fixture
def comparison() -> Comparison:
    """Two documents that try to be formulas, links and numbers."""
    a = Draft("a", "青石区2023年政府工作报告", 2023)
    b = Draft("b", "青石区2024年任务分解表", 2024, Kind.TASK_TABLE)
    old = a.add(f"{FORMULA}3000个", FORMULA, "3000个", 3000)
    a.add("@SUM(1,2)新建图书馆", "+图书馆")
    new = b.add(
        f"{FORMULA}3500个", FORMULA, "3500个", 3500, item="1", lead=("=区城管局", "区财政局")
    )
    b.add("https://example.org/ 12座", "https://example.org/", "12座", 12, "座", item="2")
    return Comparison(a.extraction(), b.extraction(), (link(old, new, Relation.RAISED),))


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def target(cell: Any) -> str:
    """Where a cell leads."""
    return str(cell.hyperlink.location)


def trace_of(comparison: Comparison) -> Trace:
    pair = [comparison.a, comparison.b]
    return follow(pair, mapping=lambda _, left, right: [() for _ in zip(left, right, strict=True)])


def test_sheets_can_be_filtered_and_keep_their_headers(comparison: Comparison) -> None:
    book = opened(diff_xlsx(comparison))
    assert book.sheetnames == [
        *("Summary", "Changes", "New", "Not restated", "To check", "Kept", "Threads", "Units")
    ]
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
    changes = book["Changes"]
    header = [cell.value for cell in changes[1]]
    row = dict(zip(header, changes[2], strict=True))
    assert (row["value a"].value, row["unit a"].value) == (3000, "个")
    assert row["value b"].data_type == "n"
    assert row["difference percent"].value == pytest.approx(16.67)
    column = get_column_letter(header.index("quote a") + 1)
    assert 20 < changes.column_dimensions[column].width <= 50


@pytest.mark.parametrize("which", ["diff", "trace", "coverage"])
def test_text_of_a_document_stays_text(comparison: Comparison, which: str) -> None:
    content = {
        "diff": diff_xlsx(comparison),
        "trace": trace_xlsx(trace_of(comparison), every=True),
        "coverage": coverage_xlsx(Coverage(comparison)),
    }[which]
    with ZipFile(BytesIO(content)) as parts:
        sheets = [n for n in parts.namelist() if n.startswith("xl/worksheets/sheet")]
        assert all(b"<f>" not in parts.read(name) for name in sheets)
        links = [n for n in parts.namelist() if n.endswith(".rels") and "worksheets" in n]
        assert all(b"example.org" not in parts.read(name) for name in links)
    values = [c.value for sheet in opened(content) for line in sheet.iter_rows() for c in line]
    assert any(isinstance(value, str) and FORMULA in value for value in values)


def test_cells_lead_to_other_sheets(comparison: Comparison) -> None:
    book = opened(diff_xlsx(comparison))
    lead = next(c for c in book["Changes"][2] if c.value == "=区城管局、区财政局")
    assert target(lead) == "'Units'!A2"
    assert book["Units"]["A2"].value == "=区城管局"
    assert book["Summary"]["A6"].value is None
    assert target(book["Summary"]["A7"]) == "'Changes'!A1"


def test_the_same_result_gives_the_same_bytes(comparison: Comparison) -> None:
    assert diff_xlsx(comparison) == diff_xlsx(comparison)
    trace = trace_of(comparison)
    assert trace_xlsx(trace) == trace_xlsx(trace)
    assert b"2000-01-01T00:00:00Z" in ZipFile(BytesIO(diff_xlsx(comparison))).read(
        "docProps/core.xml"
    )
