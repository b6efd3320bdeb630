"""The report of a quarter or year, for the college and the council: a PDF with the words of regie in it."""
