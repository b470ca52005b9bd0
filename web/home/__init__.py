"""The first page: what is yours to do."""
