"""Words for codes and numbers, in the reader's language: imported only where something is shown to people."""

from .catalog import CatalogMissingError, Texts, gettext_noop

__all__ = ["CatalogMissingError", "Texts", "gettext_noop"]
