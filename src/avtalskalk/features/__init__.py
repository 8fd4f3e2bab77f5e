"""One capability a folder: what it computes, and the documents and records it ends in."""
