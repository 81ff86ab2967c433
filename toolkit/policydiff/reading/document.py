"""What reading makes of a file: a text, and the blocks in it that can hold commitments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kind of a document (文件类型)."""

    WORK_REPORT = "work_report"
    PLAN_REPORT = "plan_report"
    TASK_TABLE = "task_table"
    FIVE_YEAR_PLAN = "five_year_plan"
    OTHER = "other"


class Stance(StrEnum):
    """Whether a statement promises or reports (表态)."""

    TARGET = "target"
    OUTCOME = "outcome"


class Binding(StrEnum):
    """The attribute of an indicator in a planning table (属性)."""

    BINDING = "约束性"
    ANTICIPATORY = "预期性"


@dataclass(frozen=True, slots=True)
class Span:
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """Where a block stands: its headings, outermost first, and the stance they set.

    ``stance`` is None where no heading says whether what follows looks back or ahead.
    """

    headings: tuple[str, ...] = ()
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: one paragraph, or the task cell of one row of a task table.

    ``item`` is the row's number as printed; ``lead`` and ``support`` are the units in
    charge, first-listed first. All three are empty outside task tables, but for the units of
    a task with a line below that names them. ``start`` and ``end`` delimit the text that is
    read for commitments, without the item number. ``year`` is the one that its column or the due
    date in its row names, or that its table reports on; None where no table tells. ``gaps`` are
    what of it belongs to other cells, where those stand beside its lines. ``beside`` is what the
    column of a further cell of a row is called, on how far its task has come or is to come.
    ``project`` is the name of what the row is about, where that has a cell of its own.
    """

    start: int
    end: int
    section: Section
    item: str | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    year: int | None = None
    gaps: tuple[Span, ...] = ()
    beside: str = ""
    project: Span | None = None


@dataclass(frozen=True, slots=True)
class IndicatorCell:
    """One value of an indicator row: where it stands, the year it is for, and its stance.

    ``label`` is the heading of its column as printed (``2025年 目标值``, ``年均增长``).
    """

    start: int
    end: int
    year: int | None
    stance: Stance
    label: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of a planning table: serial, indicator, unit, values, attribute.

    ``name`` spans the indicator as printed, without a unit in brackets; ``unit`` is the
    printed unit (``亿元``, ``%``), empty where the table has none. ``whole`` spans the indicator
    that this one is a part of (其中：小学), where both share their cells; ``rest`` spans what of
    the name stands elsewhere, below a line break or at the head of the column. ``lead`` and
    ``support`` are the units in charge, where the table names them. ``gaps`` are what of the
    name belongs to other cells. ``place`` is the one of several in its table that it is measured
    of. A ``deed`` is a task whose name says what is done (新建泊位).
    """

    start: int
    end: int
    section: Section
    item: str | None
    name: Span
    unit: str
    cells: tuple[IndicatorCell, ...]
    binding: Binding | None = None
    whole: Span | None = None
    rest: Span | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    gaps: tuple[Span, ...] = ()
    deed: bool = False
    place: str = ""


Block = Paragraph | IndicatorRow


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something about a document that its reader should know. ``code`` is stable."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. All offsets count code points of ``text``.

    ``text`` is the decoded file for plain text (byte order mark removed, line ends as they
    are). ``blocks`` are in order of position and never overlap; web-page clutter, repeated
    page headers and headings belong to none. ``year`` is the planning year: the year that
    targets are for when the text is silent (the last year of a five-year plan).
    ``characters`` is the length of the text, known also where only a ledger is at hand and
    ``text`` and ``blocks`` are empty.
    """

    id: str
    path: str
    sha256: str
    title: str
    publisher: str
    year: int | None
    kind: Kind
    encoding: str
    characters: int
    text: str
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
