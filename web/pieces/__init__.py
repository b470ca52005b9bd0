"""The pieces of a text on screen: listed, attached, given back one by one or as one zip."""
