"""Governance (no: styring): model for each workstream, bodies, roles, decisions, agreements, disagreements, review."""
