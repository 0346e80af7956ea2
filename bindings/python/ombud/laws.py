"""Laws: built in or a host's own, and everything they declare.

>>> bxl = law("bxl2019")
>>> print(bxl.provision("15.4.a4.1"))
Art. 15, § 4, al. 4, 1°
"""
from __future__ import annotations

import functools
import os
import weakref
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from . import _ombud
from .errors import ArgumentError, NotFoundError
from .values import Alternative, Provision, Reading, Record, Row, WordOfLaw, bytes_of, maybe_day, number_of, text_of, text_of_file
from .words import Choice, Force, Format, Lang, Part, RowKind, Sort, Wording

_PROVISIONS, _ROWS, _READINGS = -1, -2, -3


class Law:
    """A law: immutable, shared freely between threads. Made by law() or from the text of a `.law` file."""

    def __init__(self, text: str) -> None:
        self._take(_ombud.law_parse(bytes_of(text)))

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Law:
        """From a file."""
        return cls(text_of_file(path))

    def _take(self, handle: Any) -> None:
        self._handle = handle
        source, force, verified, digest = _ombud.law_about(handle)
        #: Its name in files, and the printed text it follows.
        self.name: str = _ombud.law_name(handle)
        self.source: str = source
        self.force = Force.of(force)
        #: Day to which the wording was verified; later answers say that they are not.
        self.verified: date | None = maybe_day(verified)
        #: A checksum of the text, to tell revisions apart. It is no signature.
        self.digest: str = f"{digest:016x}"

    @classmethod
    def _of(cls, handle: Any) -> Law:
        made = cls.__new__(cls)
        made._take(handle)
        return made

    def __repr__(self) -> str:
        return f"<Law {self.name}: {self.title()}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (self.name, self.text)

    def title(self, lang: Lang | str = Lang.EN) -> str:
        """Its title; empty if the text gives none."""
        return _ombud.law_title(self._handle, Lang(lang).code)

    @property
    def text(self) -> str:
        """The `.law` text."""
        return _ombud.law_text(self._handle)

    # ---- words ---------------------------------------------------------------------------------------------------

    def words(self, sort: Sort | str, lang: Lang | str = Lang.EN) -> tuple[WordOfLaw, ...]:
        """The words of a sort, in the order of the text, with their labels in a language."""
        sort, lang = Sort(sort), Lang(lang)
        count = _ombud.law_count(self._handle, sort.code)
        return tuple(self._word(_ombud.law_word(self._handle, sort.code, index, lang.code), index) for index in range(count))

    def _word(self, record: Record, index: int) -> WordOfLaw:
        return WordOfLaw.of(None if record["kind"] == Sort.ROLE.code else self, record,
                            _ombud.law_word_former(self._handle, record["kind"], index))

    def translate(self, tag: str, texts: Mapping[str, str] | Callable[[str], str | None]) -> None:
        """Gives the law a further language, Lang.OTHER: from English texts to those of a language such as "de", a dictionary or a function. What it
        lacks stays English, and so does a text that lacks the `#` of what is put in. Do so before the law is shared, between threads too."""
        _ombud.law_translate(self._handle, tag, texts if callable(texts) else texts.get)
        self._provisions.pop(Lang.OTHER, None)

    def find(self, sort: Sort | str, name: str, lang: Lang | str = Lang.EN) -> WordOfLaw:
        """The word of that name, or that had it before. What belongs to an item is `report.received`."""
        sort = Sort(sort)
        try:
            index = _ombud.law_find_word(self._handle, sort.code, name)
        except NotFoundError:
            raise NotFoundError(f"law '{self.name}' has no {sort} '{name}'") from None
        return self._word(_ombud.law_word(self._handle, sort.code, index, Lang(lang).code), index)

    @functools.cached_property
    def roles(self) -> tuple[WordOfLaw, ...]:
        """The capacities in which someone acts."""
        return self.words(Sort.ROLE)

    @functools.cached_property
    def items(self) -> tuple[WordOfLaw, ...]:
        """The kinds of items; `owner` is the prefix."""
        return self.words(Sort.ITEM)

    @functools.cached_property
    def events(self) -> tuple[WordOfLaw, ...]:
        """The events, and who may bring them."""
        return self.words(Sort.EVENT)

    @functools.cached_property
    def facts(self) -> tuple[WordOfLaw, ...]:
        """The facts that somebody states."""
        return self.words(Sort.FACT)

    @functools.cached_property
    def terms(self) -> tuple[WordOfLaw, ...]:
        """The terms, duties among them."""
        return self.words(Sort.TERM)

    @functools.cached_property
    def questions(self) -> tuple[WordOfLaw, ...]:
        """What Case.ask() can be asked."""
        return self.words(Sort.QUESTION)

    def arguments(self, event: str, lang: Lang | str = Lang.EN) -> tuple[WordOfLaw, ...]:
        """What an event carries."""
        found: list[WordOfLaw] = []
        self.find(Sort.EVENT, event)
        while True:
            try:
                record = _ombud.law_event_argument(self._handle, event, len(found), Lang(lang).code)
            except NotFoundError:
                return tuple(found)
            found.append(self._word(record, _ombud.law_find_word(self._handle, Sort.ARGUMENT.code, record["name"])))

    def choices(self, argument: str, lang: Lang | str = Lang.EN) -> tuple[WordOfLaw, ...]:
        """The choices of an argument."""
        return tuple(word for word in self.words(Sort.CHOICE, lang) if word.owner == argument)

    def role_names(self, bits: int) -> tuple[str, ...]:
        """The roles of a set of bits, by name."""
        return tuple(role.name for index, role in enumerate(self.roles) if bits >> index & 1)

    def role_bits(self, name: str) -> int:
        """The bit of a role."""
        try:
            return 1 << _ombud.law_find_word(self._handle, Sort.ROLE.code, name)
        except NotFoundError:
            raise NotFoundError(f"law '{self.name}' has no role '{name}'",
                                f"its roles are {', '.join(role.name for role in self.roles)}") from None

    # ---- provisions, rows, readings --------------------------------------------------------------------------------

    @functools.cached_property
    def _provisions(self) -> dict[Lang, tuple[Provision, ...]]:
        return {}

    def provisions(self, lang: Lang | str = Lang.EN) -> tuple[Provision, ...]:
        """All provisions, in the order of the law, with their gloss in a language."""
        lang = Lang(lang)
        if lang not in self._provisions:
            count = _ombud.law_count(self._handle, _PROVISIONS)
            self._provisions[lang] = tuple(Provision.of(self.name, _ombud.law_provision(self._handle, index, lang.code))
                                           for index in range(count))
        return self._provisions[lang]

    def __iter__(self) -> Iterator[Provision]:
        return iter(self.provisions())

    def provision(self, id: str, lang: Lang | str = Lang.EN) -> Provision:
        """One provision by its id, with or without the name of the law."""
        try:
            index = _ombud.law_find_provision(self._handle, id.removeprefix(self.name + ":"))
        except NotFoundError:
            raise NotFoundError(f"law '{self.name}' has no provision '{id}'") from None
        return self.provisions(lang)[index]

    def _provision_at(self, index: int | None) -> Provision | None:
        return None if index is None else self.provisions()[index]

    def wording(self, provision: Provision | str, on: date) -> Wording:
        """Whether the wording of a provision counts on a day."""
        id = provision.id if isinstance(provision, Provision) else provision.removeprefix(self.name + ":")
        return Wording.of(_ombud.law_wording(self._handle, _ombud.law_find_provision(self._handle, id), number_of(on)))

    @functools.cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of the text."""
        records = [_ombud.law_row(self._handle, index) for index in range(_ombud.law_count(self._handle, _ROWS))]
        return tuple(Row(RowKind.of(record["kind"]), self._provision_at(record["provision"]), record["text"], record["reading"],
                         record["line"]) for record in records)

    def _row_at(self, index: int | None) -> Row | None:
        return None if index is None else self.rows[index]

    def rows_of(self, provision: Provision | str) -> tuple[Row, ...]:
        """The rows that rest on a provision."""
        wanted = provision if isinstance(provision, Provision) else self.provision(provision)
        return tuple(row for row in self.rows if row.provision is not None and row.provision.id == wanted.id)

    def readings(self, lang: Lang | str = Lang.EN) -> tuple[Reading, ...]:
        """The open questions of the text, with what each became."""
        code = Lang(lang).code
        found = []
        for index in range(_ombud.law_count(self._handle, _READINGS)):
            record = _ombud.law_reading(self._handle, index, code)
            alternatives = [_ombud.law_alternative(self._handle, index, one, code) for one in range(record["alternatives"])]
            found.append(Reading(record["name"], record["question"], Part.of(record["part"]), record["detail"],
                                 tuple(Alternative(one["name"], one["label"], Choice.of(one["chosen"])) for one in alternatives)))
        return tuple(found)

    def draw(self, item: str | None = None, lang: Lang | str = Lang.EN) -> str:
        """The machine of the law, or of one kind of its items, as a graph for Graphviz."""
        how = (Format.DOT.code, Lang(lang).code, 0, "", "", b"", None, 0, 0)
        return text_of(_ombud.render_law(self._handle, item, how, None))


#: The built-in laws that are in use; each is read once.
_in_use: weakref.WeakValueDictionary[str, Law] = weakref.WeakValueDictionary()


def law(name: str) -> Law:
    """A built-in law by its name. NotFoundError for an unknown one."""
    found = _in_use.get(name)
    if found is None:
        try:
            found = Law._of(_ombud.law_builtin(name))
        except NotFoundError:
            raise NotFoundError(f"there is no built-in law '{name}'", f"built in are {', '.join(builtin_names())}") from None
        _in_use[name] = found
    return found


def law_of(given: Law | str) -> Law:
    """A law, or the built-in one of that name."""
    return law(given) if isinstance(given, str) else given


def builtin_names() -> tuple[str, ...]:
    """The names of the built-in laws."""
    return _ombud.law_builtin_name()


def _revived(name: str, text: str) -> Law:
    """A law that was pickled: the built-in one if its text is still the same."""
    if name in builtin_names() and _ombud.law_builtin_text(name) == text:
        return law(name)
    return Law(text)


class Settings:
    """A host's choices for one law; immutable. An empty text sets nothing.

    >>> chosen = Settings(law("bxl2019"), readings={"Q-02": "acknowledgement"}, roll="next_working_day")
    >>> print(chosen.text, end="")
    reading Q-02 acknowledgement
    roll next_working_day
    """

    def __init__(self, law: Law | str, text: str = "", *, readings: dict[str, str] | None = None, lengths: dict[str, object] | None = None,
                 periods: dict[str, object] | None = None, since: dict[str, date] | None = None, roll: str | None = None,
                 scope: str | None = None, holidays: tuple[date, ...] | list[date] = ()) -> None:
        tables = (("reading", readings), ("length", lengths), ("period", periods), ("since", since))
        lines = [f"{word} {name} {value}" for word, table in tables for name, value in (table or {}).items()]
        lines += [f"{word} {value}" for word, value in (("roll", roll), ("scope", scope)) if value is not None]
        lines += [f"holiday {day.isoformat()}" for day in holidays]
        if any("\n" in line for line in lines):
            raise ArgumentError("a setting is one line", "take the line end out")
        self.law = law_of(law)
        self.text = "\n".join([text.rstrip("\n")] * bool(text) + lines + [""]) if text or lines else ""
        self._handle = _ombud.settings_parse(self.law._handle, self.text)

    @property
    def digest(self) -> str:
        """A checksum of the settings in canonical form."""
        return f"{_ombud.settings_digest(self._handle):016x}"

    def __repr__(self) -> str:
        return f"<Settings of {self.law.name}: {'; '.join(self.text.split(chr(10))[:-1]) or 'nothing set'}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return Settings, (self.law, self.text)
