"""Generated requests to the API of a temporary site, by its own OpenAPI document."""
