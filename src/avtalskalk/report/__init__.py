"""Values to words and tables: what is said and where it stands, before any format."""
