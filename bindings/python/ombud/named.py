"""A case under one law whose names a type checker knows; the modules of ombud.names make one for each built-in law."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from .cases import Audience, Case, Person
from .laws import Settings
from .values import Action, Answer, Changes, Event, Item, Verdict
from .words import Truth

#: What else a line of a journal can be.
Statement: TypeAlias = Literal["fact", "link", "void"]

EventT = TypeVar("EventT", bound=str)
FactT = TypeVar("FactT", bound=str)
RoleT = TypeVar("RoleT", bound=str)
QuestionT = TypeVar("QuestionT", bound=str)


class NamedCase(Case, Generic[EventT, FactT, RoleT, QuestionT]):
    """A case under the law `LAW`."""

    LAW: ClassVar[str]

    def __init__(self, settings: Settings | str | None = None, *, number: int | None = None) -> None:
        super().__init__(self.LAW, settings, number=number)

    if TYPE_CHECKING:
        # Narrower than Case on purpose: that takes the names of any law.
        def person(self, person: Person, *roles: RoleT) -> str: ...  # type: ignore[override]

        def apply(self, what: EventT | Statement | Event, *words: str | Item, on: date | None = None,  # type: ignore[override]
                  by: Person | None = None, entered: date | None = None, facts: Mapping[FactT, Any] | None = None,
                  **arguments: Any) -> Changes: ...

        def propose(self, what: EventT | Statement | Event, *words: str | Item, on: date | None = None,  # type: ignore[override]
                    by: Person | None = None, entered: date | None = None, facts: Mapping[FactT, Any] | None = None,
                    **arguments: Any) -> Changes: ...

        def may(self, what: EventT | Event, *words: str | Item, on: date | None = None, by: Person | None = None,  # type: ignore[override]
                entered: date | None = None, facts: Mapping[FactT, Any] | None = None, known_by: date | None = None,
                audience: Audience | None = None, **arguments: Any) -> Verdict: ...

        def next(self, role: RoleT | None = None, *, as_of: date | None = None, known_by: date | None = None,  # type: ignore[override]
                 audience: Audience | None = None) -> tuple[Action, ...]: ...

        def ask(self, question: QuestionT, item: str | Item, *, as_of: date | None = None,  # type: ignore[override]
                known_by: date | None = None, audience: Audience | None = None) -> Answer: ...

        def fact(self, item: str | Item, name: FactT, *, as_of: date | None = None, known_by: date | None = None,  # type: ignore[override]
                 audience: Audience | None = None) -> Truth: ...
