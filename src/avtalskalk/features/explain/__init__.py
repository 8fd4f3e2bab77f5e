"""Figures explained: each as a tree of what it follows from, and the way from year to year."""
