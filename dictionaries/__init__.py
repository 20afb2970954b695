"""The coding knowledge as data, and the code that loads and checks it. README.md is the owner's manual."""

from dictionaries.load import BUILT_IN, load, read
from dictionaries.model import Dictionaries, Fault

__all__ = ["BUILT_IN", "Dictionaries", "Fault", "load", "read"]
