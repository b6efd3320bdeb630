"""Deliveries to regie: signed, sent again until they arrived, and compared."""
