"""Every stored collaboration: the rows, who may, the one write path, and the bridge between rows and values."""
