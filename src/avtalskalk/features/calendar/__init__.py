"""The days that must not be forgotten: decisions, notice, figures to fetch, bills, settlements."""
