"""Notes that go with a text: to the minister and to those who decide, with what notes on a text say alike."""
