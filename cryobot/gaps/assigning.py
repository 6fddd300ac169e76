"""Puts questions that were not answered into groups, a batch at a time."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from cryobot.gaps.directions import Directions
from cryobot.gaps.group import Group, latest_groups
from cryobot.gaps.grouping import Grouping
from cryobot.gaps.settings import GapSettings
from cryobot.language.encoder import DIMENSIONS, Vectors
from cryobot.records.database import Database
from cryobot.records.gap_lock import hold_gaps
from cryobot.records.plain_text import unescape
from cryobot.records.record import RecordKind
from cryobot.records.tables import GAP_MEMBERS, RECORDS

Encode = Callable[[list[str]], Vectors]

#: A record may be written a little later than the time in it says.
LATE = timedelta(hours=1)
#: After so many times everything is looked through, whatever came last.
ROUNDS = 720

_NO_LETTER = re.compile(r"[\W\d_]")
_WITHOUT_GROUP = (
    select(RECORDS.c.id, RECORDS.c.at, RECORDS.c.question)
    .select_from(RECORDS.outerjoin(GAP_MEMBERS, GAP_MEMBERS.c.record_id == RECORDS.c.id))
    .where((RECORDS.c.kind == RecordKind.UNANSWERED.value) & GAP_MEMBERS.c.record_id.is_(None))
)


class Assigner:
    """Assigns batch after batch. Several at once, in any processes, put each question into one group only.

    Args:
        encode: gives a sentence vector of length 1 for each text; takes its time, so no lock is held meanwhile.
    """

    def __init__(self, database: Database, encode: Encode, directions: Directions, settings: GapSettings) -> None:
        self._database = database
        self._encode = encode
        self._directions = directions
        self._settings = settings
        self._since: datetime | None = None
        self._round = 0

    def assign(self) -> int:
        """Assign the oldest questions without a group, at most a batch, and give how many.

        Raises:
            StoreError: the database does not answer; nothing of the batch is written.
        """
        found = self._without_group()
        if not found:
            return 0
        vectors = self._vectors([unescape(row.question) for row in found])
        with self._database.transaction() as connection:
            hold_gaps(connection)
            ids = [row.id for row in found]
            # Others may have been faster, and what somebody wrote may have been deleted.
            left = set(connection.execute(_WITHOUT_GROUP.where(RECORDS.c.id.in_(ids))).scalars())
            chosen = [(row, vectors[index]) for index, row in enumerate(found) if row.id in left]
            if chosen:
                self._write(connection, chosen)
        self._since = found[-1].at
        return len(chosen)

    def _without_group(self) -> Sequence[Any]:
        self._round += 1
        if self._round % ROUNDS == 0:
            self._since = None
        query = _WITHOUT_GROUP.order_by(RECORDS.c.at).limit(self._settings.batch)
        if self._since is not None:
            query = query.where(RECORDS.c.at >= self._since - LATE)
        with self._database.transaction() as connection:
            found: Sequence[Any] = connection.execute(query).all()
        return found

    def _vectors(self, texts: list[str]) -> Vectors:
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        meant = [index for index, text in enumerate(texts) if self._has_letters(text)]
        if meant:
            # No encoder takes half of a surrogate pair, and one message must not keep all others from their groups.
            fit = [texts[index].encode("utf-8", "replace").decode("utf-8") for index in meant]
            vectors[meant] = self._encode(fit)
        return vectors

    def _has_letters(self, text: str) -> bool:
        return len(_NO_LETTER.sub("", text)) >= self._settings.fewest_letters

    def _write(self, connection: Connection, chosen: Sequence[tuple[Any, Vectors]]) -> None:
        groups = latest_groups(connection, self._settings.compared_groups)
        meant = [group for group in groups if not group.is_wordless]
        wordless = next((group for group in groups if group.is_wordless), None)
        totals = np.array([group.total for group in meant], np.float32).reshape(-1, DIMENSIONS)
        sizes = np.array([group.size for group in meant], np.float32)
        grouping = Grouping(self._directions, self._settings.similarity, totals, sizes, len(chosen))
        members: list[tuple[Any, Vectors, Group]] = []
        for row, vector in chosen:
            if vector.any():
                place = grouping.place(vector)
                if place == len(meant):
                    meant.append(Group.new(row.at))
                group = meant[place]
            else:
                wordless = group = wordless or Group.new(row.at)
            group.take(row.at, vector)
            members.append((row, vector, group))
        for group in {id(group): group for _, _, group in members}.values():
            group.write(connection)
        rows = [{"record_id": row.id, "gap_id": group.id, "vector": vector.tobytes()} for row, vector, group in members]
        connection.execute(insert(GAP_MEMBERS), rows)
