"""Life events and urgent situations, read from forms/."""
