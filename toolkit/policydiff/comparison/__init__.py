"""Links become statuses: what is kept, raised, lowered, reframed, new, not restated."""

from policydiff.comparison.comparing import compare, with_numbers
from policydiff.comparison.comparison import Comparison, counted
from policydiff.comparison.differences import Difference, difference, difference_between
from policydiff.comparison.recurrences import Recurrence
from policydiff.comparison.rows import COLUMNS, side_row
from policydiff.comparison.statuses import STATUS_OF, Status

__all__ = [
    "COLUMNS",
    "STATUS_OF",
    "Comparison",
    "Difference",
    "Recurrence",
    "Status",
    "compare",
    "counted",
    "difference",
    "difference_between",
    "side_row",
    "with_numbers",
]
