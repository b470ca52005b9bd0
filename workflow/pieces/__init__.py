"""Files that people attach to a text: what they may be, what they are called, what they say, and the whole as a zip."""
