"""Signed deliveries of desks: taken once, whatever is repeated, and the week totals they hold."""
