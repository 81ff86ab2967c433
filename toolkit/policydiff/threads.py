"""Links over many documents become threads: one commitment followed through time.

Documents of one place are taken in time order. Each is aligned with the `WINDOW` documents
before it and with itself, so that the cost grows with the number of documents and not with its
square, every link is the one that a comparison of the two documents would make, and each pair of
documents is a unit of parallel work. What the window cannot see, the name of a headline indicator
ties together, however long a document was silent about it.

A chain of links drifts where every link is allowed a small doubt. Hence a thread is only
continued by sure links between things of one name (`_one_thing`), and never holds two headline
indicators.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import accumulate
from typing import Any

from policydiff.alignment.link import Band, Link, Relation
from policydiff.alignment.normalise import plain
from policydiff.alignment.relation import relation
from policydiff.alignment.scorer import Model
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Basis, Commitment, Extraction, Measure, Quantity
from policydiff.commitments.record import commitment_record, document_record, plain_number
from policydiff.commitments.vocabulary import canonical, vocabulary
from policydiff.comparison import with_numbers
from policydiff.decisions import Review, Source, Unfit, apply
from policydiff.errors import PolicydiffError
from policydiff.parallel import Mapping
from policydiff.reading.document import Document, Kind, Stance

WINDOW = 3
"""How many earlier documents of its place each document is aligned with."""

ALIKE = 60
"""How alike two names are (rapidfuzz ``ratio``, 0–100) that may name one thing."""

_Near = dict[tuple[int, str], list[tuple[int, Link]]]

_ORDER = (Kind.FIVE_YEAR_PLAN, Kind.WORK_REPORT, Kind.PLAN_REPORT, Kind.TASK_TABLE, Kind.OTHER)
_PLAN_YEARS = 5

_PLACE = re.compile(
    "^(?:(?!城市|城镇|市场|区域)[^省市区县州盟旗镇]{1,7}?"
    "(?:自治[区州县旗]|[省市区县州盟旗镇]|街道))+"
)
_SENTENCE_ENDS = "。！？!?\n"
_NUMERAL = "[两几三四五六七八九十]|(?<!\\d)\\d{1,2}"
_OVER_YEARS = re.compile(
    rf"(?<!连续)(?:{_NUMERAL})年(?!规划|计划|行动|来?最|第)|[年平]均(?!水平|寿命|受)|累计|“[一二三四五六七八九十]+五”"
)
_BASE_YEAR = re.compile(r"[比较](\d{4})年|[与同](\d{4})年相?比")
_ONE_YEAR = re.compile(r"\d{4}年|[今去本全]年")
_LOOKING_OVER_YEARS = re.compile(
    rf"\s*(?:过去|今后|未来|这|近|前|上)?(?:的)?(?:{_NUMERAL})年[来间，]"
)


class Presence(StrEnum):
    """How a document that was read stands to a thread that it does not continue."""

    NOT_RESTATED = "not restated"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Station:
    """One place where a thread is stated: which document, which commitment, and why it is here.

    ``document`` counts the documents of the trace. ``link`` ties it to another station; it is
    None where the thread begins and where a headline indicator's name alone ties it. ``change``
    says how it stands to the station number ``since`` of the thread, the latest earlier one that
    has its stance and measure; `REFRAMED` without ``since`` where it takes another measure.
    ``over_years`` marks a figure that sums up or averages several years.
    """

    document: int
    commitment: Commitment
    link: Link | None = None
    change: Relation | None = None
    since: int | None = None
    over_years: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A document, read, that a thread skips; ``possible`` links may yet fill it."""

    document: int
    possible: tuple[Link, ...] = ()

    @property
    def presence(self) -> Presence:
        """Not restated, or undetermined where something in it may restate the thread."""
        return Presence.UNDETERMINED if self.possible else Presence.NOT_RESTATED


@dataclass(frozen=True, slots=True)
class Answer:
    """What was promised and what was reported for one year, in one measure: facts, no verdict.

    Stations are in order of the thread; the numbers need not be of one scope or definition.
    """

    year: int
    promised: tuple[Station, ...]
    reported: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A thread's yearly increments and their sum, in ``unit``: never to be added to a stock.

    ``unclear`` are years for which different increments are stated; they are left out.
    """

    stance: Stance
    unit: str
    years: tuple[int, ...]
    values: tuple[float, ...]
    unclear: tuple[int, ...] = ()

    @property
    def value(self) -> float:
        """The sum over ``years``."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a thread at a ``time`` (year): stated, skipped, or no document given."""

    time: int
    entry: Station | Gap | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One commitment followed through places and documents, its stations in time order."""

    id: str
    place: str
    indicator: str
    stations: tuple[Station, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents that state it, in time order."""
        return tuple(sorted({station.document for station in self.stations}))

    @property
    def has_number(self) -> bool:
        """Whether any station states a quantity."""
        return any(station.commitment.quantity for station in self.stations)

    @property
    def recurrences(self) -> tuple[tuple[Station, ...], ...]:
        """The stations of each document that states one measure and year of it repeatedly."""
        places: dict[object, list[Station]] = defaultdict(list)
        for station in self.stations:
            key = (_measure(station), station.commitment.year, station.over_years)
            places[station.document, key].append(station)
        return tuple(tuple(found) for found in places.values() if len(found) > 1)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Targets of a year beside the outcomes reported for it, by year and measure."""
        found: dict[tuple[int, object], list[Station]] = defaultdict(list)
        for station in self.stations:
            year = station.commitment.year
            if year is not None and station.commitment.quantity and not station.over_years:
                found[year, _measure(station)[1:]].append(station)
        sides = {
            key: [
                tuple(s for s in stations if s.commitment.stance is stance)
                for stance in (Stance.TARGET, Stance.OUTCOME)
            ]
            for key, stations in found.items()
        }
        return tuple(
            Answer(key[0], promised, reported)
            for key, (promised, reported) in sorted(sides.items(), key=lambda side: side[0][0])
            if promised and reported
        )

    @property
    def totals(self) -> tuple[Total, ...]:
        """Sums of the yearly increments, by stance and unit, where two or more years have one."""
        yearly: dict[tuple[Stance, str], dict[int, set[float]]] = {}
        for station in self.stations:
            quantity, year = station.commitment.quantity, station.commitment.year
            if (
                quantity
                and year is not None
                and not station.over_years
                and (quantity.kind, quantity.basis) == (Measure.AMOUNT, Basis.INCREMENT)
            ):
                of_years = yearly.setdefault((station.commitment.stance, quantity.unit), {})
                of_years.setdefault(year, set()).add(quantity.value)
        totals = []
        for (stance, unit), of_years in sorted(yearly.items()):
            clear = {year: max(found) for year, found in of_years.items() if len(found) == 1}
            if len(clear) > 1:
                unclear = tuple(sorted(of_years.keys() - clear.keys()))
                years = tuple(sorted(clear))
                totals.append(Total(stance, unit, years, tuple(clear[y] for y in years), unclear))
        return tuple(totals)


@dataclass(frozen=True, slots=True)
class Trace:
    """Threads through documents in time order.

    ``threads`` are in order of their first station and hold every commitment once; those of
    a single station are commitments that no other place restates. ``places`` says of which
    place each document is: a thread never leaves its place. ``unfit`` are decisions whose
    commitments are not found any more.
    """

    extractions: tuple[Extraction, ...]
    places: tuple[str, ...]
    threads: tuple[Thread, ...]
    unfit: tuple[Unfit, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in time order."""
        return tuple(extraction.document for extraction in self.extractions)

    @property
    def missing_years(self) -> dict[str, tuple[int, ...]]:
        """By place, the years between its first and last document that no document is from."""
        years: dict[str, set[int]] = defaultdict(set)
        for place, document in zip(self.places, self.documents, strict=True):
            years[place].add(time_of(document))
        return {
            place: tuple(y for y in range(min(found), max(found)) if y not in found)
            for place, found in years.items()
        }

    @property
    def followed(self) -> tuple[Thread, ...]:
        """The threads of more than one station."""
        return tuple(thread for thread in self.threads if len(thread.stations) > 1)

    def course(self, thread: Thread) -> tuple[Moment, ...]:
        """The stations and gaps of a thread and the years without a document, in time order."""
        first = time_of(self.documents[thread.stations[0].document])
        entries: list[Station | Gap] = [*thread.stations, *thread.gaps]
        moments = [Moment(time_of(self.documents[e.document]), e) for e in entries]
        moments += [Moment(y) for y in self.missing_years[thread.place] if y > first]
        return tuple(sorted(moments, key=lambda m: (m.time, m.entry.document if m.entry else -1)))

    def about(self, topic: str) -> Trace:
        """The threads with a station whose indicator speaks of ``topic``, or of a synonym.

        Indicators, their canonical names and the words of ``vocabulary.toml`` are searched;
        clauses only where a commitment has no indicator.
        """
        words = {_comparable(topic), _comparable(canonical(topic) or topic)}
        return replace(
            self,
            threads=tuple(
                thread
                for thread in self.threads
                if any(
                    word in _comparable(text)
                    for word in words
                    for station in thread.stations
                    for text in _names(station.commitment)
                )
            ),
        )

    def to_dict(self) -> dict[str, Any]:
        """``policydiff/trace/1``: stations, gaps, answers, recurrences and totals by thread.

        Stations are referred to by their number within the thread, counted from 0.
        """
        ids = [document.id for document in self.documents]
        return {
            "schema": "policydiff/trace/1",
            "documents": [
                {**document_record(document), "place": place, "time": time_of(document)}
                for place, document in zip(self.places, self.documents, strict=True)
            ],
            "missing_years": {place: list(years) for place, years in self.missing_years.items()},
            "threads": [_thread_record(thread, ids) for thread in self.threads],
        }


def follow(
    extractions: Sequence[Extraction],
    *,
    figures: bool = False,
    decisions: Sequence[Review] = (),
    model: Model | None = None,
    mapping: Mapping = map,
) -> Trace:
    """Follow every commitment through the documents of its place, in time order.

    With ``figures``, or where a document is read from a ledger, only commitments with a number
    are followed. ``decisions`` are a reader's, on any two of the documents, and go before what the
    alignment says. ``model`` defaults to the shipped one. ``mapping`` may be the ``map`` of a pool
    of processes; the result is the same. A document that is given twice counts once. Raises
    PolicydiffError if a document's year is unknown.
    """
    for extraction in extractions:
        if extraction.document.year is None:
            raise PolicydiffError(
                f"{extraction.document.path}: its year is not found, so it cannot be put in order; "
                "say which it is with --year FILE=YEAR"
            )
    unique = {extraction.document.sha256: extraction for extraction in extractions}
    ordered = sorted(unique.values(), key=_in_time)
    if figures or any(extraction.facts_only for extraction in ordered):
        ordered = [with_numbers(extraction) for extraction in ordered]
    places = _places([extraction.document for extraction in ordered])
    pairs = list(_pairs(places))
    befores, afters = [ordered[i] for i, _ in pairs], [ordered[j] for _, j in pairs]
    found = mapping(partial(_links, model=model), befores, afters)
    links = dict(zip(pairs, found, strict=True))
    unfit = _review(links, ordered, decisions)
    threads: list[_Growing] = []
    for index, extraction in enumerate(ordered):
        _extend(threads, index, extraction, places, links)
    near: _Near = defaultdict(list)
    for (earlier, later), between in links.items():
        for link in between:
            near[earlier, link.a.id].append((later, link))
    return Trace(
        extractions=tuple(ordered),
        places=tuple(places),
        threads=tuple(_thread(n, growing, places, near) for n, growing in enumerate(threads, 1)),
        unfit=unfit,
    )


def time_of(document: Document) -> int:
    """The year that a document stands at: a five-year plan at the first of its years."""
    year = document.year or 0
    return year - _PLAN_YEARS + 1 if document.kind is Kind.FIVE_YEAR_PLAN else year


def place_of(publisher: str) -> str:
    """The place that a publisher speaks for: its name up to the last province, city, district.

    >>> place_of("青石市云溪区发展和改革局")
    '青石市云溪区'
    """
    found = _PLACE.match(publisher)
    return found[0] if found else publisher


@dataclass(slots=True)
class _Growing:
    """A thread while it is put together; its name is what it was first called."""

    place: str
    name: str
    canonical: str | None
    stations: list[Station]

    @property
    def last(self) -> int:
        return self.stations[-1].document

    def fits(self, commitment: Commitment) -> bool:
        if None not in (self.canonical, commitment.canonical):
            return self.canonical == commitment.canonical
        return _alike(self.name, _name(commitment))


def _extend(
    threads: list[_Growing],
    index: int,
    extraction: Extraction,
    places: Sequence[str],
    links: dict[tuple[int, int], tuple[Link, ...]],
) -> None:
    """Put each commitment of a document into the thread it continues, or into a new one."""
    place = places[index]
    homes: dict[tuple[int, str], _Growing] = {
        (station.document, station.commitment.id): thread
        for thread in threads
        for station in thread.stations
    }
    ties: dict[str, list[tuple[_Growing, Link]]] = defaultdict(list)
    for (earlier, later), found in links.items():
        if later == index and earlier != index:
            for link in sorted(filter(_one_thing, found), key=lambda link: link.probability):
                home = homes[earlier, link.a.id]
                if link.decided or home.fits(link.b):
                    ties[link.b.id].append((home, link))
    headline: dict[str | None, _Growing] = {
        t.canonical: t for t in threads if t.canonical and t.place == place
    }
    for group, inner in _groups(extraction, links[index, index]):
        tied = [(t, k) for c in group for t, k in ties.get(c.id, ())]
        named = next((c.canonical for c in group if c.canonical), None)
        thread = headline.get(named)
        if thread is None and tied:
            best = min(tied, key=lambda tie: (-tie[1].probability, -tie[0].last, tie[1].a.start))
            thread = best[0]
        if thread is None:
            thread = _Growing(place, _name(group[0]), named, [])
            threads.append(thread)
        if thread.canonical is None and named:
            thread.canonical = named
            headline[named] = thread
        for commitment in group:
            own = [k for t, k in ties.get(commitment.id, ()) if t is thread]
            why = own[-1] if own else inner.get(commitment.id)
            over = over_years(commitment, extraction.document)
            thread.stations.append(_station(thread.stations, index, commitment, why, over))


def _groups(
    extraction: Extraction, inside: Iterable[Link]
) -> Iterator[tuple[list[Commitment], dict[str, Link]]]:
    """The commitments of a document that speak of one thing, and the links that say so."""
    group_of = {c.id: [c] for c in extraction.commitments}
    headline: dict[str, Commitment] = {}
    inner: dict[str, Link] = {}

    def join(one: Commitment, other: Commitment) -> bool:
        small, large = sorted((group_of[one.id], group_of[other.id]), key=len)
        named = {c.canonical for c in small + large if c.canonical}
        if small is large or len(named) > 1:
            return small is large
        large += small
        group_of.update((c.id, large) for c in small)
        return True

    for commitment in extraction.commitments:
        if commitment.canonical:
            join(headline.setdefault(commitment.canonical, commitment), commitment)
    for link in sorted(inside, key=lambda k: (-k.probability, k.a.start, k.b.start)):
        if _one_thing(link) and join(link.a, link.b):
            inner.setdefault(max(link.a, link.b, key=lambda c: c.where).id, link)
    seen: set[str] = set()
    for commitment in extraction.commitments:
        if commitment.id not in seen:
            group = sorted(group_of[commitment.id], key=lambda c: c.where)
            seen.update(c.id for c in group)
            yield group, inner


def _station(
    before: Sequence[Station], document: int, commitment: Commitment, link: Link | None, over: bool
) -> Station:
    """The next station of a thread, set against the latest earlier one of its measure."""
    station = Station(document, commitment, link, over_years=over)
    stanced = [n for n, s in enumerate(before) if s.commitment.stance is commitment.stance]
    measured = [
        n for n in stanced if before[n].over_years == over and _compares(before[n], station)
    ]
    if not measured:
        anew = link is not None and link.relation is Relation.REFRAMED and bool(stanced)
        return replace(station, change=Relation.REFRAMED if anew else None)
    since = max(measured, key=lambda n: _nearness(before[n], station))
    return replace(station, change=relation(before[since].commitment, commitment), since=since)


def _nearness(earlier: Station, later: Station) -> tuple[bool, int, bool, int, float, int]:
    """What a station is set against: the latest earlier document's, by link, year and value."""
    a, b = earlier.commitment, later.commitment
    apart = abs(a.quantity.value - b.quantity.value) if a.quantity and b.quantity else 0.0
    return (
        earlier.document != later.document,
        earlier.document,
        later.link is not None and later.link.a == a,
        a.year or 0,
        -apart,
        a.start,
    )


def _compares(earlier: Station, later: Station) -> bool:
    """Whether two stations state one measure: an increment is none of an amount, unless linked."""
    if _measure(earlier) == _measure(later):
        return True
    link = later.link
    return (
        link is not None
        and link.a == earlier.commitment
        and link.relation in (Relation.RAISED, Relation.LOWERED, Relation.SAME)
    )


def over_years(commitment: Commitment, document: Document) -> bool:
    """Whether a figure sums up or averages several years, as its sentence says.

    Of increments and changes that name no year the paragraph and the heading may say it too.
    In a five-year plan every increment spans years; what is reached, a total, never does.
    """
    quantity = commitment.quantity
    if quantity is None or quantity.basis is Basis.TOTAL:
        return False
    if document.kind is Kind.FIVE_YEAR_PLAN and quantity.basis is Basis.INCREMENT:
        return True
    before = document.text[: quantity.start]
    sentence = before[max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]
    base = _BASE_YEAR.search(sentence)
    since = int(base[1] or base[2]) if base else None
    if _OVER_YEARS.search(sentence) or (since and (commitment.year or since) - since > 1):
        return True
    if _ONE_YEAR.search(sentence) or (
        quantity.kind is Measure.AMOUNT and quantity.basis is not Basis.INCREMENT
    ):
        return False
    paragraph = before[before.rfind("\n") + 1 :]
    heading = commitment.section[-1] if commitment.section else ""
    return bool(_LOOKING_OVER_YEARS.match(paragraph) or _OVER_YEARS.search(heading))


def _links(a: Extraction, b: Extraction, model: Model | None) -> tuple[Link, ...]:
    """The links from ``a`` to ``b`` of every stance, plain enough to leave a process."""
    from policydiff.alignment import align

    stances = [(one, other) for one in Stance for other in Stance]
    if a.document.sha256 == b.document.sha256:
        stances.remove((Stance.TARGET, Stance.OUTCOME))
    return tuple(
        replace(link, evidence=dict(link.evidence))
        for pair in stances
        for link in align(a, b, pair, model)
        if link.relation is not Relation.RELATED
    )


def _review(
    links: dict[tuple[int, int], tuple[Link, ...]],
    ordered: Sequence[Extraction],
    decisions: Sequence[Review],
) -> tuple[Unfit, ...]:
    """Apply each review to the links of its two documents, known by content or by id."""
    unfit: list[Unfit] = []
    for review in decisions:
        sides = [
            next((n for n, e in enumerate(ordered) if _is(side, e)), None)
            for side in (review.a, review.b)
        ]
        if sides[0] is not None and sides[1] is not None:
            pair = (sides[0], sides[1])
            applied = apply(links.get(pair, ()), ordered[pair[0]], ordered[pair[1]], review)
            links[pair] = applied.links
            unfit += applied.unfit
    return tuple(unfit)


def _is(source: Source, extraction: Extraction) -> bool:
    document = extraction.document
    return document.sha256 == source.sha256 or document.id == source.id


def _one_thing(link: Link) -> bool:
    """Whether a link is sure and its two names can name one thing, or a reader says so."""
    if link.decided or link.relation is Relation.RELATED:
        return link.relation is not Relation.RELATED
    names = {c.canonical for c in (link.a, link.b) if c.canonical}
    return link.band is Band.SURE and len(names) < 2 and _alike(_name(link.a), _name(link.b))


def _alike(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) >= ALIKE


def _name(commitment: Commitment) -> str:
    return commitment.canonical or _comparable(commitment.indicator or commitment.quote)


def _names(commitment: Commitment) -> tuple[str, ...]:
    return (commitment.indicator or commitment.quote, commitment.canonical or "")


def _comparable(text: str) -> str:
    return plain(vocabulary().same_object(text))


def _dimension(quantity: Quantity) -> tuple[Measure, str]:
    return quantity.kind, in_base(quantity)[0]


def _measure(station: Station) -> tuple[Stance, object, Basis | None]:
    quantity = station.commitment.quantity
    stance = station.commitment.stance
    if quantity is None:
        return stance, None, None
    increment = Basis.INCREMENT if quantity.basis is Basis.INCREMENT else None
    return stance, _dimension(quantity), increment


def _in_time(extraction: Extraction) -> tuple[int, int, str]:
    document = extraction.document
    return time_of(document), _ORDER.index(document.kind), document.id


def _places(documents: Sequence[Document]) -> list[str]:
    """The place of each document; one of unknown publisher is of the only place there is."""
    named = [place_of(document.publisher) for document in documents]
    known = sorted(set(named) - {""})
    return [name or (known[0] if len(known) == 1 else "") for name in named]


def _pairs(places: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Positions of documents to align: each with itself and the `WINDOW` before it."""
    for place in dict.fromkeys(places):
        own = [n for n, name in enumerate(places) if name == place]
        for n, later in enumerate(own):
            for earlier in own[max(0, n - WINDOW) : n + 1]:
                yield earlier, later


def _thread(number: int, growing: _Growing, places: Sequence[str], near: _Near) -> Thread:
    stations = growing.stations
    names = [s.commitment.canonical or s.commitment.indicator for s in stations]
    common = growing.canonical or max(names, key=lambda name: (names.count(name), -len(name)))
    stated = {station.document for station in stations}
    possible: dict[int, list[Link]] = defaultdict(list)
    for station in stations:
        for later, link in near.get((station.document, station.commitment.id), ()):
            possible[later].append(link)
    gaps = tuple(
        Gap(index, tuple(possible[index]))
        for index in range(min(stated), len(places))
        if places[index] == growing.place and index not in stated
    )
    return Thread(f"t{number}", growing.place, common, tuple(stations), gaps)


def _thread_record(thread: Thread, ids: Sequence[str]) -> dict[str, Any]:
    number = {id(station): n for n, station in enumerate(thread.stations)}

    def numbers(stations: Collection[Station]) -> list[int]:
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
        "totals": [
            {
                "stance": total.stance.value,
                "value": plain_number(total.value),
                "unit": total.unit,
                "years": [
                    {"year": year, "value": plain_number(value), "running": plain_number(running)}
                    for year, value, running in zip(
                        total.years, total.values, accumulate(total.values), strict=True
                    )
                ],
                "unclear": list(total.unclear),
            }
            for total in thread.totals
        ],
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
