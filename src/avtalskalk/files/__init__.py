"""Bytes in: files to plain data with positions, and a folder of them to checked agreements."""
