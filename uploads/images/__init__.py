"""Reading, describing and re-encoding images that held_out send; knows no Django."""
