"""The names of the built-in laws as types, a module for each law: with its Case a type checker refuses a misspelt name.

>>> from ombud.names import bxl2019
>>> bxl2019.Case(number=4).law.name
'bxl2019'
"""
