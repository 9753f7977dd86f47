"""Goals (no: mål): the problem, the vision, goals on four levels, where they pull apart, the shared story, stances."""
