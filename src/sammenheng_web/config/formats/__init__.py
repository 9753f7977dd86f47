"""How dates and numbers are written where Django's own ways do not fit."""
