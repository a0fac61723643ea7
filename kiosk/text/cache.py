"""A store of the latest results, bounded by what they weigh."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class _Nothing:
    """Stands for what is not kept: any value may be, even None."""


_NOTHING = _Nothing()


class Latest(Generic[Value]):
    """Keeps what was used last; what was not used for longest goes first once `limit` is exceeded."""

    def __init__(self, limit: int, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        self.limit = limit
        self.weight = 0
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `key`, made now if it is not kept."""
        kept = self._kept.get(key, _NOTHING)
        if not isinstance(kept, _Nothing):
            self._kept.move_to_end(key)
            return kept
        value = self._kept[key] = make()
        self.weight += self._weigh(value)
        while self.weight > self.limit and len(self._kept) > 1:
            self.weight -= self._weigh(self._kept.popitem(last=False)[1])
        return value

    def __len__(self) -> int:
        return len(self._kept)
