"""The rules of the house, for every test here; the plugin of the package collects the .case files beside this one."""
import pathlib

import ombud
import pytest

HOUSE = pathlib.Path(__file__).resolve().parent.parent / "own-law" / "house.law"


@pytest.fixture(scope="session")
def house():
    return ombud.Law(HOUSE.read_text(encoding="utf-8"))
