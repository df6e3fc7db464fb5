"""Reading what other sites export. Nothing here knows Django: bytes go in, rows come out."""
