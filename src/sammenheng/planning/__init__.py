"""Which deliverables, by whom, when: plans with proof of how good they are."""
