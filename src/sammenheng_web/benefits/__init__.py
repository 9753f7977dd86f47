"""The room of benefits: what it costs and gives each organisation, year by year."""
