"""Who else may say it: a place's own bodies, the year before or after, a report on several. Always told as such."""
