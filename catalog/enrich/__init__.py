"""What other services know about our films; catalog.enrich.outbound is the only way out to them."""
