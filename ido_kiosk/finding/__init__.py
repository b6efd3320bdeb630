"""Find a guide or a topic: search over everything on the shelf, and the start screen that shows it."""
