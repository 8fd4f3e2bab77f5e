"""An agreement under each of its readings."""
