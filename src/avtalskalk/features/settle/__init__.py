"""The final settlement of a year: what each party still pays or gets back."""
