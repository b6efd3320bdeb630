"""What kiosk and regie share: reading content, and the contract of deliveries."""

VERSION = "0.1.0"
"""Of kiosk and regie, which are released together."""

TRIAL_MARK = "PROEFMAP.txt"
"""A data folder with this file is throw-away: only there may the date be set by hand."""
