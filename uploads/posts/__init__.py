"""Posts about films, with their images: write, read, store and show them."""
