"""A question's text becomes a Query: script and numerals, then years, agencies, operation and measure.

`question` is where it begins; the English modules do the same for English. No database and no model.
"""
