"""The one window: it shows screens and connects their signals; it knows no rules."""
