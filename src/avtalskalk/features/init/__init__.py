"""A first agreement from a few answers."""
