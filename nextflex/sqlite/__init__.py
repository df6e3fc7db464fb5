"""Django's SQLite backend with a queue for writers; settings.py uses it instead of the stock one."""
