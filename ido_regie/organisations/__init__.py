"""Who takes part: municipalities, libraries, locations, desks and the accounts of staff."""
