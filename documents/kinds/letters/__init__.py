"""Letters and slips."""
