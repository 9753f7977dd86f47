"""All content (no: alt innhold): every object of a collaboration, whatever its type, as lists and pages."""
