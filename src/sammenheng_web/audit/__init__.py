"""What happened, by whom, for which organisation; never what it said."""
