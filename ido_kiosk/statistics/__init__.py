"""What may leave this computer: totals of closed weeks, put into numbered deliveries."""
