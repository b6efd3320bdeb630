"""Settings of gunicorn: one process, because SQLite has one writer; no files outside the data folder."""

from pathlib import Path

chdir = str(Path(__file__).resolve().parent.parent)  # gunicorn imports from here first: never from where it was started
worker_class = "gthread"
workers = 1
threads = 4
loglevel = "warning"
control_socket_disable = True
