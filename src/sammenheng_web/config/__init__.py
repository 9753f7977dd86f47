"""Settings, addresses and start-up: the outermost layer of the site."""
