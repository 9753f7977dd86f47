"""People, the rooms they belong to and the organisations they act for."""
