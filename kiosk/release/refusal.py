"""Why a release is refused, passed over, or cannot be dealt with here: exceptions that speak to the person."""

from __future__ import annotations

import errno
from enum import Enum

from kiosk.domain.problem import Problem
from kiosk.loaders.faults import Fault, Value
from kiosk.release import faults


class Reason(Enum):
    """What a release is refused for, as the figure kiosk_content_rejected_total names it."""

    SIGNATURE = "signature"
    SCHEMA = "schema"
    MEDIA = "media"
    SIZE = "size"
    OLDER = "older"


class Refused(Exception):
    """This release must not be shown. `problems` say why and what to do; the first one is the reason itself."""

    def __init__(self, reason: Reason, problem: Problem, *more: Problem) -> None:
        super().__init__(problem.reason["en"])
        self.reason, self.problems = reason, (problem, *more)


class PassedOver(Exception):
    """Nothing is done with this release, and that was decided earlier. `problem` says by what."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason["en"])
        self.problem = problem


class Impossible(Exception):
    """Nothing is wrong with the release, but here and now it cannot be done. `problem` says why and what to do."""

    def __init__(self, fault: Fault, place: str = "", /, **values: Value) -> None:
        self.problem = fault.at(place, **values)
        super().__init__(self.problem.reason["en"])


BY_NUMBER = {
    errno.ENOSPC: faults.DISK_FULL,
    errno.EDQUOT: faults.DISK_FULL,
    errno.EROFS: faults.READ_ONLY,
    errno.EIO: faults.DISK_BROKEN,
    errno.EACCES: faults.NOT_ALLOWED,
    errno.EPERM: faults.NOT_ALLOWED,
    errno.ENOENT: faults.NOT_THERE,
}
"""What the system's error numbers mean to a person."""


def of_the_system(error: OSError) -> Problem:
    """What to tell a person of an error of the system's."""
    fault = BY_NUMBER.get(error.errno or 0, faults.SYSTEM)
    return fault.at(str(error.filename or ""), detail=error.strerror or type(error).__name__)
