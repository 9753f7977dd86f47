"""Effects (no: effekter): the chain from journey to deliverable, what stands in the way, laws and data flows."""
