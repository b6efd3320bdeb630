"""The log: which questions were asked, what waits to be logged later, and the counts of them."""
