"""What the public headers declare, read from their text: functions, structs, pinned values and initialisers.

The headers keep to a plain form (one declaration a line or wrapped, no macros in declarations but OMBUD_API), so that this
small reader suffices; a declaration it does not understand is an error, never passed over.
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "include" / "ombud"


def paths(folder=FOLDER):
    return sorted(folder.glob("*.h"))


def text(path):
    """A header without comments and preprocessor lines."""
    raw = path.read_text(encoding="utf-8")
    raw = re.sub(r"/\*.*?\*/", " ", raw, flags=re.DOTALL)
    raw = re.sub(r"\\\n", " ", raw)
    return re.sub(r"^[ \t]*#.*$", "", raw, flags=re.MULTILINE)


def functions(folder=FOLDER):
    """Names of the functions that are declared with OMBUD_API, each once."""
    names = []
    for path in paths(folder):
        for declaration in re.findall(r"\bOMBUD_API\b([^;]*);", text(path)):
            found = re.search(r"\b(ombud_[a-z0-9_]+)\s*\(", declaration)
            if not found:
                raise SystemExit(f"{path.name}: not understood: OMBUD_API{declaration};")
            names.append(found.group(1))
        bare = re.sub(r"\bOMBUD_API\b[^;]*;", "", text(path))
        bare = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", bare))
        for declaration in re.findall(r"^(?!\s*typedef)[^;]*?\b(ombud_[a-z0-9_]+)\s*\([^;]*;", bare, re.MULTILINE):
            if "typedef" not in declaration and not re.search(rf"\(\s*\*\s*{declaration}\b", bare):
                raise SystemExit(f"{path.name}: {declaration} is declared without OMBUD_API")
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise SystemExit(f"declared twice: {', '.join(sorted(twice))}")
    return sorted(names)


def fields_of(body):
    """One declaration a field: `ombud_day on, entered` is two."""
    for line in filter(None, (" ".join(part.split()) for part in body.split(";"))):
        first, *others = line.split(",") if "(" not in line else [line]
        yield first.strip()
        base = re.match(r"^((?:const |unsigned |struct )*\w+)\b", first.strip()).group(1)
        for other in others:
            yield f"{base} {other.strip()}"


def structs(folder=FOLDER):
    """[(name, [(field, declarator with the name replaced by (*))…])…] in the order of the headers."""
    found = []
    for path in paths(folder):
        for tag, body, name in re.findall(r"typedef\s+(?:struct|union)\s+(\w+)\s*\{(.*?)\}\s*(\w+)\s*;", text(path), re.DOTALL):
            if tag != name:
                raise SystemExit(f"{path.name}: struct {tag} has another name: {name}")
            fields = []
            for line in fields_of(body):
                pointer = re.search(r"\(\s*\*\s*(\w+)\s*\)", line)
                plain = re.match(r"^([\w\s\*]*?[\s\*])(\w+)((?:\[[^\]]*\])*)$", line)
                if pointer:
                    field = pointer.group(1)
                    type_of = line.replace(pointer.group(0), "(*(*))", 1)
                elif plain:
                    field = plain.group(2)
                    type_of = f"{plain.group(1).strip()} (*){plain.group(3)}"
                else:
                    raise SystemExit(f"{path.name}: struct {name}: not understood: {line}")
                fields.append((field, type_of))
            found.append((name, fields))
    return found


def enumerators(folder=FOLDER):
    """[(name, the written value or None)…] in the order of the headers."""
    found = []
    for path in paths(folder):
        for body in re.findall(r"\benum\s*\w*\s*\{(.*?)\}", text(path), re.DOTALL):
            for entry in filter(None, (" ".join(part.split()) for part in body.split(","))):
                name, _, value = entry.partition("=")
                found.append((name.strip(), value.strip() or None))
    return found


def initialisers(folder=FOLDER):
    """[(type, macro)…] of every OMBUD_…_INIT."""
    found = []
    for path in paths(folder):
        raw = path.read_text(encoding="utf-8")
        for macro in re.findall(r"^#\s*define\s+(OMBUD_\w+_INIT)\b", raw, re.MULTILINE):
            found.append((macro[: -len("_INIT")].lower(), macro))
    return found


def constants(folder=FOLDER):
    """Names of the #defines with a value that is a number (not initialisers, guards or OMBUD_API; not the version)."""
    found = []
    for path in paths(folder):
        raw = path.read_text(encoding="utf-8")
        for macro, value in re.findall(r"^#\s*define\s+(OMBUD_[A-Z0-9_]+)[ \t]+(\S.*)$", raw, re.MULTILINE):
            if macro.endswith("_INIT") or macro == "OMBUD_API" or macro.startswith("OMBUD_VERSION_"):
                continue
            found.append(macro)
    return found
