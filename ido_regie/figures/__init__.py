"""What the pages show, as plain values: totals, cells at their own level of detail, and sentences about them."""
