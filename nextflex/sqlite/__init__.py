"""Django's backend for SQLite with a queue for writers; settings.py puts it in the stock one's place."""
