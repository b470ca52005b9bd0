"""Notes that go with a text: to the minister, the Councils, the public."""
