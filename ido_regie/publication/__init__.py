"""Open data: stricter than what staff see, audited before it leaves, and never changed afterwards."""
