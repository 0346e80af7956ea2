"""The docstrings of the package and the pages about it say what is so."""
import doctest
import importlib
import pkgutil

import pytest

import ombud
from conftest import ROOT

MODULES = ["ombud"] + [f"ombud.{found.name}" for found in pkgutil.iter_modules(ombud.__path__) if found.name not in ("_ombud", "plugin")]


@pytest.mark.parametrize("name", MODULES)
def test_module(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_tour():
    done = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert done.failed == 0 and done.attempted > 20


def test_everything_public_is_described():
    for name in ombud.__all__:
        thing = getattr(ombud, name)
        if isinstance(thing, type) or callable(thing) and not hasattr(thing, "__origin__"):
            assert thing.__doc__, name
            if isinstance(thing, type) and thing.__module__.startswith("ombud"):
                for member, value in vars(thing).items():
                    if callable(value) and not member.startswith("_"):
                        assert value.__doc__, f"{name}.{member}"
