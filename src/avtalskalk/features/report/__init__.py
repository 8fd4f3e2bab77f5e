"""Reports: an agreement's year for those who decide, made of what the other features give."""
