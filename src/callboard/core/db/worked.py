"""Rows worked out of a query's records while they are read."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from django.db.models import QuerySet

T = TypeVar("T")
#: Records fetched at once; a slice no longer than this is read whole.
CHUNK = 2000


class Worked(Sequence[T], Generic[T]):
    """`make(record)` for each record of a query, none of them kept: a slice is a LIMIT, a walk through all is streamed, and the
    length is counted by the database."""

    def __init__(self, rows: "QuerySet[Any, Any]", make: Callable[[Any], T]) -> None:
        self.query = rows
        self._make = make

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if not isinstance(index, slice):
            return self._make(self.query[index])
        part = self.query[index]
        if index.stop is not None and index.stop - (index.start or 0) <= CHUNK:
            return [self._make(row) for row in part]
        return Worked(part, self._make)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self.query.iterator(chunk_size=CHUNK))

    def __len__(self) -> int:
        return self.query.count()
