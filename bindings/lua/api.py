#!/usr/bin/env python3
"""Writes what is made from api.txt: ombud.d.lua, annotations for the Lua language server, and docs/lua-reference.md.

    api.py [--check]      --check writes nothing and fails where what is there is not what would be written
    api.py --names        every name of the modules and objects, one a line, as tests/test_api.lua lists those of the module
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ANNOTATIONS = HERE / "ombud.d.lua"
PAGE = HERE.parents[1] / "docs" / "lua-reference.md"
GROUP = re.compile(r"(module|object|record) ([\w.]+) \| (.+)")
FIELD = re.compile(r"  field (\w+\??): (.+?) \| (.+)")
FUNCTION = re.compile(r"  function (\w+)\((.*)\)(?:: (.+?))? \| (.+)")
ARGUMENT = re.compile(r"(\w+\??): ((?:fun\([^)]*\): [^,]+|[^,(])+)(?:, |$)")
FAILURE = ("---@return string? message", "---@return string? code", "---@return ombud.Failure? details")


def read():
    groups = []
    for number, line in enumerate((HERE / "api.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := GROUP.fullmatch(line):
            groups.append((*found.groups(), [], []))
        elif found := FIELD.fullmatch(line):
            groups[-1][3].append(found.groups())
        elif found := FUNCTION.fullmatch(line):
            name, arguments, results, what = found.groups()
            groups[-1][4].append((name, ARGUMENT.findall(arguments), results.split(", ") if results else [], what, arguments))
        else:
            sys.exit(f"api.txt:{number}: neither a group, a field nor a function: {line}")
    return groups


def type_name(kind, name):
    return name if kind == "module" else "ombud." + name


def annotations(groups):
    out = ["---@meta ombud", "-- Written by api.py from api.txt.", ""]
    for kind, name, what, fields, functions in groups:
        out += [f"---{what}", f"---@class {type_name(kind, name)}"]
        out += [f"---@field {field} {of} {told}" for field, of, told in fields]
        if kind == "record":
            out.append("")
            continue
        local = name.replace(".", "_")
        out += [f"local {local} = {{}}", ""]
        for function, arguments, results, told, _ in functions:
            out.append(f"---{told}")
            out += [f"---@param {argument} {of}" for argument, of in arguments]
            failing = any(result.endswith("!") for result in results)
            for result in results:
                out.append(f"---@return {result[:-1]}?" if result.endswith("!") else f"---@return {result}")
            if failing and len(results) == 1:
                out += FAILURE
            names = ", ".join(argument.rstrip("?") for argument, _ in arguments)
            out += [f"function {local}{'.' if kind == 'module' else ':'}{function}({names}) end", ""]
    return "\n".join([*out, "return ombud", ""])


def page(groups):
    out = ["# The Lua module: reference", "", "Written by `bindings/lua/api.py` from `bindings/lua/api.txt`, as are the annotations for the Lua "
           "language server, `bindings/lua/ombud.d.lua`. The [tour](lua.md) comes first.", "",
           "`or fail` after a result: a failure returns nil, a message, a code such as `OMBUD_E_DATE` and a table of "
           "details (`Failure` below) in its place. Lists are tables that can also stand after `in` by themselves: `for duty in case:duties() do`.", ""]
    for kind, name, what, fields, functions in groups:
        out += [f"## {name}", "", what, ""]
        for function, _, results, told, arguments in functions:
            before = f"{name}." if kind == "module" else f"{name.lower()}:"
            shown = ", ".join(result.rstrip("!") for result in results)
            fails = any(result.endswith("!") for result in results)
            out.append(f"- `{before}{function}({arguments})`{f' → `{shown}`' if shown else ''}{' or fail' if fails else ''}: {told}")
        out += [f"- `{field}` (`{of}`): {told}" for field, of, told in fields]
        out.append("")
    return "\n".join(out)


def names(groups):
    return sorted(f"{name}.{member[0]}" for kind, name, _, fields, functions in groups if kind != "record" for member in [*fields, *functions])


def main():
    groups = read()
    if sys.argv[1:] == ["--names"]:
        print("\n".join(names(groups)))
        return 0
    bad = 0
    for path, text in ((ANNOTATIONS, annotations(groups)), (PAGE, page(groups))):
        if sys.argv[1:] != ["--check"]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is not what api.txt says; run bindings/lua/api.py")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
