"""Sealed results: kept, and compared with what the files give today."""
