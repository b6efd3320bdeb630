"""Who did what in regie: a list that only grows, without any content."""
