"""The words everyone shares as frozen values, and the file they are kept in."""

from .collaboration import Collaboration, collection_of, collections, object_types, prune
from .describe import Field, ObjectType, describe, references_of
from .faults import CannotBeTrueError, Fault
from .file import FileRefusedError, read, write
from .values import FELLES, LANGUAGES, Code, Id, Period, Quantity, Text, Unit
from .words.thing import Thing

__all__ = [
    "FELLES",
    "LANGUAGES",
    "CannotBeTrueError",
    "Code",
    "Collaboration",
    "Fault",
    "Field",
    "FileRefusedError",
    "Id",
    "ObjectType",
    "Period",
    "Quantity",
    "Text",
    "Thing",
    "Unit",
    "collection_of",
    "collections",
    "describe",
    "object_types",
    "prune",
    "read",
    "references_of",
    "write",
]
