"""The server and dashboard for the municipality."""
