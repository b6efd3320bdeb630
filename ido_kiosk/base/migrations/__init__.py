"""Steps that bring a database to the present shape; they import nothing of ours."""
