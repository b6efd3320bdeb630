"""Letters as editors write them (forms/brieven/*.yaml): read into plain values, with every mistake told in Dutch."""
