"""Two versions of an agreement: what differs, in words and in money."""
