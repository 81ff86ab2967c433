"""The rows of tables become blocks."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from policydiff.reading.dates import years_in
from policydiff.reading.document import Block, IndicatorRow, Paragraph, Section, Stance
from policydiff.reading.indicator_tables import IndicatorTable, Row, tells_time
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables import TaskRow


def task_blocks(row: TaskRow, section: Section, reported: int | None) -> list[Block]:
    """The task of ``row``, how far it has come, and its values, in order of position.

    ``reported`` is the year that the table reports on, if it does.
    """
    blocks: list[Block] = []
    charged = (row.item, row.lead, row.support)
    if row.stated:
        year = row.year or reported
        blocks.append(
            Paragraph(row.start, row.end, section, *charged, year, row.gaps, project=row.project)
        )
    for one in row.beside:
        within = Section(section.headings, one.stance)
        units = charged if one.stance is Stance.TARGET else (row.item, (), ())
        label = one.label if row.stated and one.start > row.start else ""
        blocks.append(
            Paragraph(one.start, one.end, within, *units, reported, one.gaps, label, row.project)
        )
    for cell in row.worded:
        within = Section(section.headings, cell.stance)
        blocks.append(Paragraph(cell.start, cell.end, within, *charged, cell.year))
    for values in row.values:
        block = indicator_block(_dated(values, reported), section)
        named = row.start <= values.name.start < row.end and values.rest is None
        block = replace(block, item=row.item, lead=row.lead, support=row.support)
        blocks.append(replace(block, deed=named or values.unit == "%"))
    return sorted(blocks, key=attrgetter("start"))


def _dated(row: Row, reported: int | None) -> Row:
    """``row`` with the year that its table reports on for what was reached, if no head names it."""
    if reported is None or all(cell.year for cell in row.cells):
        return row
    return replace(row, cells=tuple(replace(one, year=one.year or reported) for one in row.cells))


def indicator_blocks(table: IndicatorTable, section: Section, horizon: Horizon) -> list[Block]:
    """The blocks of ``table`` in ``section``, which says when if no head of a column does."""
    rows = table.rows
    untold = not any(tells_time(cell.label) for row in rows for cell in row.cells)
    if section.stance is Stance.OUTCOME and untold and horizon.first:
        named = [year for heading in section.headings for year in years_in(heading)]
        year = max((year for year in named if year < horizon.first), default=horizon.first - 1)
        rows = tuple(_reached(row, year, horizon) for row in rows)
    return [indicator_block(row, section) for row in rows]


def _reached(row: Row, year: int, horizon: Horizon) -> Row:
    """The ``row`` with what it held to be planned for the ``horizon`` as reached in ``year``."""
    planned = (Stance.TARGET, horizon.last)
    cells = tuple(
        replace(cell, stance=Stance.OUTCOME, year=year)
        if (cell.stance, cell.year) == planned
        else cell
        for cell in row.cells
    )
    return replace(row, cells=cells)


def indicator_block(row: Row, section: Section) -> IndicatorRow:
    """The block of a row of indicators in ``section``."""
    headings = section.headings + ((row.category,) if row.category else ())
    return IndicatorRow(
        row.start,
        row.end,
        Section(headings, section.stance),
        row.item,
        row.name,
        row.unit,
        row.cells,
        row.binding,
        row.whole,
        row.rest,
        gaps=row.gaps,
        place=row.place,
        deed=row.deed,
    )
