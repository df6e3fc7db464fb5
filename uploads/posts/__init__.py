"""Posts about films, with their images: writing, reading, keeping and showing them."""
