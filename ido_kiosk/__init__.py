"""The kiosk: the desktop program of a desk."""
