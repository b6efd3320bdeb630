"""Guides as editors write them (forms/gidsen/*.yaml): read into plain values, with every mistake told in Dutch."""
