"""Something to try regie with: three libraries, nine desks and two years of made-up questions."""
