"""The pages for staff of the municipality."""
