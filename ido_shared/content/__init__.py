"""Content that editors write in forms/, read with positions; what is wrong is told in Dutch, with the remedy."""
