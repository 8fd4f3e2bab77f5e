"""The calculation: pure functions from an agreement and a year to a statement."""
