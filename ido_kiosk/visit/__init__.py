"""What is done for one visitor; it lives in memory only."""
