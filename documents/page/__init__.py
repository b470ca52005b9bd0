"""How a page of the house looks and is drawn: roles, styles, tables, letterhead, signature, foot."""
