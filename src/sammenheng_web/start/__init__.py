"""Before and beside the rooms: the public start page, choosing whom to act for, accessibility."""
