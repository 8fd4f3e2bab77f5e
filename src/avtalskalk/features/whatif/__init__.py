"""What if: changes tried on an agreement, one, some or a million at a time."""
