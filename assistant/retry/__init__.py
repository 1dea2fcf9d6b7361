"""A question that was refused, read once more: typed wrongly (`reread`, by `respell`), or with English words looked up."""
