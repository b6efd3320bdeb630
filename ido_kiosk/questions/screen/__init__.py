"""The screens of the log that are more than a list to choose from."""
