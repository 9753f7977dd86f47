"""The one write path: every change of a stored collaboration is a command in one transaction."""
