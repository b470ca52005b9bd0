"""What goes before the Council, and what its spokesperson says after it."""
