"""Links over many documents become threads: one commitment followed through time.

Documents of one place are taken in time order. Each is aligned with the few before it and with
itself (`pairs`), so that the cost grows with the number of documents and not with its square,
every link is the one that a comparison of the two documents would make, and each pair of
documents is a unit of parallel work. What that window cannot see, the name of a headline indicator
ties together, however long a document was silent about it (`grouping`).
"""

from policydiff.reading.places import place_of
from policydiff.threads.answers import Answer
from policydiff.threads.following import follow
from policydiff.threads.gaps import Gap, Presence
from policydiff.threads.stations import Station
from policydiff.threads.thread import Thread
from policydiff.threads.totals import Total
from policydiff.threads.trace import Moment, Trace
from policydiff.threads.years import over_years, time_of

__all__ = [
    "Answer",
    "Gap",
    "Moment",
    "Presence",
    "Station",
    "Thread",
    "Total",
    "Trace",
    "follow",
    "over_years",
    "place_of",
    "time_of",
]
