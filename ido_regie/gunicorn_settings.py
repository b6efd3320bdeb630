"""Settings of gunicorn: one process, because SQLite has one writer; no files outside the data folder."""

worker_class = "gthread"
workers = 1
threads = 4
loglevel = "warning"
control_socket_disable = True
