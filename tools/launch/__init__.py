"""What stands behind `./sammenheng`: standard library only, because it runs before anything is installed."""
