"""Letters to an organisation, by paper: filled in by the visitor or left with dotted lines, ready to sign."""
