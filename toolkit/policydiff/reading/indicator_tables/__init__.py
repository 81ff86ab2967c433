"""Indicator tables of planning documents: serial, indicator, unit, values by year, attribute."""

from policydiff.reading.indicator_tables.find import find_indicator_table, is_completion
from policydiff.reading.indicator_tables.header import tells_time
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row

__all__ = ["Column", "IndicatorTable", "Row", "find_indicator_table", "is_completion", "tells_time"]
