"""What is wrong, or looks wrong, in an agreement."""
