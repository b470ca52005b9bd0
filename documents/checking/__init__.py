"""Templates that staff wrote, checked before they serve: in words, all faults at once, and nothing of them runs."""
