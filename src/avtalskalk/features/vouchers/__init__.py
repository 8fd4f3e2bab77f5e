"""Vouchers: what a year's bills and its final settlement are booked as, on both sides."""
