"""Papers of meetings and of the round of signatures."""
