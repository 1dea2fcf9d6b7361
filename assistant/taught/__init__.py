"""What staff teach: `lessons` are the data, `store` keeps their versions, `applied` is what they do to one question."""
