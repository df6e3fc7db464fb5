"""The engine: everything that scores, ranks, explains, measures and stores, with no Django in it."""
