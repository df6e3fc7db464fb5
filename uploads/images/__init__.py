"""Reading, describing and re-encoding images that strangers send; knows no Django."""
