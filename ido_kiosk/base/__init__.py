"""What the kiosk needs without Qt and without knowing a feature."""
