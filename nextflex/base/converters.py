"""Path converters shared by all URL tables."""

from django.urls import register_converter


class KeyConverter:
    """A database key: digits that fit every database's big integer, so that no lookup overflows."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(KeyConverter, "key")
