"""The desk itself: help for the volunteer now; set-up, own data and backups later."""
