"""Actors (no: aktører): who users meet, who is at the table, what each gains and may lose, who stands behind it."""
