"""The basis for a year's invoices: who is billed what, and when."""
