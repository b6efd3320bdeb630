"""Signals in words: what goes wrong in government services, without people, sent on and answered."""
