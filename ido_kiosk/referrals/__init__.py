"""Send a visitor on: to whom, what the paper says about it, and what only the volunteer sees."""
