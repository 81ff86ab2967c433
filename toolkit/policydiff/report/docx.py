"""A report in Markdown as a Word document, for those who hand it to an editor."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it.token import Token

_FONT = "Microsoft YaHei"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP archive can hold


def docx(markdown: str) -> bytes:
    """``markdown`` as a .docx file: its headings, paragraphs, bullet lists, tables and bold words.

    The same text gives the same bytes.
    """
    from docx import Document
    from docx.oxml.ns import qn
    from markdown_it import MarkdownIt

    document = Document()
    for style in document.styles:
        if style.element.rPr is not None:
            style.element.rPr.get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    tokens = iter(MarkdownIt("commonmark").enable("table").parse(markdown))
    listed = False
    for token in tokens:
        match token.type:
            case "heading_open":
                _write(document.add_heading(level=int(token.tag[1:])), next(tokens))
            case "bullet_list_open" | "bullet_list_close":
                listed = token.nesting == 1
            case "paragraph_open":
                _write(
                    document.add_paragraph(style="List Bullet" if listed else None), next(tokens)
                )
            case "table_open":
                _tabulate(document, tokens)
    content = BytesIO()
    document.save(content)
    return _undated(content)


def _write(paragraph: Any, inline: Token) -> None:
    bold = False
    for child in inline.children or ():
        if child.type in {"strong_open", "strong_close"}:
            bold = child.nesting == 1
        elif text := "\n" if child.type.endswith("break") else child.content:
            paragraph.add_run(text).bold = bold or None


def _tabulate(document: Any, tokens: Iterator[Token]) -> None:
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, inline in zip(row.cells, cells, strict=True):
            _write(cell.paragraphs[0], inline)


def _undated(archive: BytesIO) -> bytes:
    """The archive without the time of its making."""
    content = BytesIO()
    with zipfile.ZipFile(archive) as dated, zipfile.ZipFile(content, "w") as undated:
        for name in dated.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(entry, dated.read(name))
    return content.getvalue()
