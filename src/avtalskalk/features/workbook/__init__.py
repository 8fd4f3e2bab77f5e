"""A report's figures as sheets that compute them."""
