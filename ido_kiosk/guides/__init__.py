"""Guides: go through a task of the government with a visitor, and give the same way along on paper."""
