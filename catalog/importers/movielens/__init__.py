"""MovieLens releases, from 100k (1998) to 32M and "latest"."""
