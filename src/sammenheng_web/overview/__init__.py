"""The overview (no: oversikt): where the collaboration stands, what is missing, and your part."""
