"""An agreement in words and as a record."""
