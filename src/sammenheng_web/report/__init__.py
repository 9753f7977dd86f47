"""The report (no: rapport): the decision basis to take away, with its gaps shown before it is taken."""
