"""Made-up requests to the API of a throw-away site, by its own OpenAPI document."""
