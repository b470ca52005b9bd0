"""What was typed in a form that has expired, given back to whoever typed it."""
