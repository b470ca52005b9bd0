"""What a text changes and costs: the study of its impact, the report on it, the sheet of its financial effect."""
