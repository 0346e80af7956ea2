"""The public C names, read from include/ombud/*.h: what each binding's bound.py holds itself against."""
import pathlib
import re

INCLUDE = pathlib.Path(__file__).resolve().parents[1] / "include" / "ombud"
NAME = re.compile(r"\b(?:ombud|OMBUD)_(?!_)\w+")
# They say how the library is built and called, not what it does.
ASIDE = {"OMBUD_SHARED", "OMBUD_BUILDING", "OMBUD_API"}


def uncommented(text):
    """A text in C without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.DOTALL)


def headers():
    """The headers by name, without their comments."""
    return {path.name: uncommented(path.read_text(encoding="utf-8")) for path in sorted(INCLUDE.glob("*.h"))}


def public():
    """The functions, macros and enumerators with the header of each. Types are not looked for: they come with the functions."""
    found = {}
    for header, text in headers().items():
        guard = re.search(r"#ifndef (\w+)", text)
        for name in NAME.findall(text):
            is_type = name.islower() and not re.search(rf"OMBUD_API[^;]*\b{name}\(", text)
            if not is_type and name != guard.group(1) and name not in ASIDE:
                found.setdefault(name, header)
    return found


def enumerations(texts=None):
    """The enumerations, each as the values of its names. Every value is written out: a header that leaves one to be counted is refused."""
    made = []
    for text in texts if texts is not None else headers().values():
        for body in re.findall(r"\benum\s*\{([^}]*)\}", text):
            values = {}
            for one in filter(None, (part.strip() for part in body.split(","))):
                name, equals, value = one.partition("=")
                if not equals:
                    raise ValueError(f"{name}: the header gives it no value")
                values[name.strip()] = int(value, 0)
            made.append(values)
    return made
