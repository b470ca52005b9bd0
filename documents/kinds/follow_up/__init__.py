"""Papers by which texts are followed."""
