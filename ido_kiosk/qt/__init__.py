"""What the screens share: look, pictograms, layouts, blocks, preview, printing, background work."""
