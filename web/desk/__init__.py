"""The staff desk: everything that only people who are signed in may see or do."""
