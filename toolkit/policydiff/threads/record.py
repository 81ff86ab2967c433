"""A thread as a plain record, for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from policydiff.alignment.link import Link
from policydiff.commitments.record import commitment_record, plain_number
from policydiff.threads.stations import Station
from policydiff.threads.thread import Thread
from policydiff.threads.totals import Total


def thread_record(thread: Thread, ids: Sequence[str]) -> dict[str, Any]:
    """A thread of ``policydiff/trace/1``; ``ids`` are those of the documents of the trace."""
    number = {id(station): n for n, station in enumerate(thread.stations)}

    def numbers(stations: Iterable[Station]) -> list[int]:
        return [number[id(station)] for station in stations]

    return {
        "id": thread.id,
        "place": thread.place,
        "indicator": thread.indicator,
        "stations": [
            {
                "document": ids[station.document],
                "change": station.change.value if station.change else None,
                "since": station.since,
                "over_years": station.over_years,
                "link": _link_record(station.link) if station.link else None,
                "commitment": commitment_record(station.commitment),
            }
            for station in thread.stations
        ],
        "not_restated": [ids[gap.document] for gap in thread.gaps if not gap.possible],
        "undetermined": [
            {
                "document": ids[gap.document],
                "possible": [_link_record(link) for link in gap.possible],
            }
            for gap in thread.gaps
            if gap.possible
        ],
        "answers": [
            {
                "year": answer.year,
                "promised": numbers(answer.promised),
                "reported": numbers(answer.reported),
            }
            for answer in thread.answers
        ],
        "recurrences": [numbers(found) for found in thread.recurrences],
        "totals": [_total_record(total) for total in thread.totals],
    }


def _total_record(total: Total) -> dict[str, Any]:
    steps = zip(total.years, total.values, total.running, strict=True)
    return {
        "stance": total.stance.value,
        "value": plain_number(total.value),
        "unit": total.unit,
        "years": [
            {"year": year, "value": plain_number(value), "running": plain_number(running)}
            for year, value, running in steps
        ],
        "unclear": list(total.unclear),
    }


def _link_record(link: Link) -> dict[str, Any]:
    return {
        "a": link.a.id,
        "b": link.b.id,
        "relation": link.relation.value,
        "probability": link.probability,
        "band": link.band.value,
        "matched_by": link.matched_by,
    }
