"""What goes wrong: one exception for each status of the library, all of them OmbudError.

>>> import ombud
>>> try:
...     ombud.law("bxl1919")
... except ombud.NotFoundError as error:
...     print(error.code, "/", error)
OMBUD_E_NOT_FOUND / there is no built-in law 'bxl1919'; built in are bxl2019, rd1995, fwb2000, pgsp2124, res2026
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .values import Provision, Verdict


class OmbudError(Exception):
    """A call of the library failed; every object is as it was before."""

    code: str = "OMBUD_E_?"
    #: The number of the status; 0 where the package itself refused.
    status: int = 0

    def __init__(self, message: str, remedy: str = "", *, line: int = 0, column: int = 0, excerpt: str = "", nearest: str = "",
                 host_code: int = 0) -> None:
        super().__init__(message)
        self.message = message
        #: What would be right; may be empty.
        self.remedy = remedy
        #: Line and column (in bytes) of the text that was read, from 1; 0 where there is no text.
        self.line = line
        self.column = column
        #: The token at fault, and the known name nearest to it; may be empty.
        self.excerpt = excerpt
        self.nearest = nearest
        self.host_code = host_code
        #: The provision that decides, where there is one.
        self.provision: Provision | None = None

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line else ""
        token = f": '{self.excerpt}'" if self.excerpt else ""
        near = f" (did you mean '{self.nearest}'?)" if self.nearest else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{token}{near}{remedy}"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.remedy), dict(vars(self))


class ArgumentError(OmbudError, ValueError):
    """A value is out of its range."""


class LimitError(OmbudError, ValueError):
    """A documented limit would be exceeded."""


class UnsupportedError(OmbudError):
    """A newer caller set something that this library does not know."""


class RangeError(OmbudError, ValueError):
    """A date would leave the years 1 to 9999."""


class DateError(OmbudError, ValueError):
    """There is no such date."""


class PeriodError(OmbudError, ValueError):
    """There is no such period: not P<n>D, P<n>W, P<n>M or P<n>Y with n of 0 to 9999."""


class CalendarError(OmbudError, ValueError):
    """The holidays of that year are not known (before 1974), or a host's days are inconsistent."""


class GrammarError(OmbudError, ValueError):
    """A text does not follow its grammar."""


class UnknownNameError(OmbudError, LookupError):
    """A name that the law, the case or the settings do not declare."""


class DuplicateError(OmbudError, ValueError):
    """Something is declared twice."""


class ConflictError(OmbudError, ValueError):
    """Rows or settings that exclude each other."""


class EncodingError(OmbudError, ValueError):
    """A text is not valid UTF-8, or holds a control character."""


class NotFoundError(OmbudError, LookupError):
    """Nothing has that number, name or position."""


class RefusedError(OmbudError):
    """A proposed act is not permitted by the law; `verdict` says why."""

    verdict: Verdict | None = None


class CallbackError(OmbudError):
    """A callback of the host failed. What a Python function raised goes on as it is; this is for hosts that return numbers."""


class StateError(OmbudError, RuntimeError):
    """The object is not in a state in which this can be done."""


class DifferentError(OmbudError):
    """A journal is not what the host's digests say; `position` is the first line that differs."""

    position: int = 0


#: By the number of the status. 2 is MemoryError.
FAMILY: dict[int, type[OmbudError]] = {
    1: ArgumentError, 3: LimitError, 4: UnsupportedError, 5: RangeError, 6: DateError, 7: PeriodError, 8: CalendarError, 9: GrammarError,
    10: UnknownNameError, 11: DuplicateError, 12: ConflictError, 13: EncodingError, 14: NotFoundError, 15: RefusedError, 16: CallbackError,
    17: StateError, 18: DifferentError,
}
_CODES = {
    1: "ARGUMENT", 3: "LIMIT", 4: "UNSUPPORTED", 5: "RANGE", 6: "DATE", 7: "PERIOD", 8: "CALENDAR", 9: "SYNTAX", 10: "UNKNOWN_NAME",
    11: "DUPLICATE", 12: "CONFLICT", 13: "UTF8", 14: "NOT_FOUND", 15: "REFUSED", 16: "CALLBACK", 17: "STATE", 18: "DIFFERENT",
}
for _status, _family in FAMILY.items():
    _family.status = _status
    _family.code = "OMBUD_E_" + _CODES[_status]


def make(status: int, message: str, remedy: str, line: int, column: int, excerpt: str, nearest: str, host_code: int) -> OmbudError:
    """The exception of a status; the extension raises what this gives."""
    family = FAMILY.get(status, OmbudError)
    return family(message or (family.__doc__ or "").rstrip("."), remedy, line=line, column=column, excerpt=excerpt, nearest=nearest,
                  host_code=host_code)
