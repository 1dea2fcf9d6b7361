"""From a raw grid to the labels above and beside each value; `corpus.tables` puts it together.

In order: `lost` restores spans (`kept`: those whose places prove to be there), `matrix` says which cell covers which place,
`stacks` parts stacked tables, `asides` sets apart what is neither value nor label. Sheets that no one header is over are read by
`filled`. For the others, `headings` (by rule, with `codes`) or `headers` (as learnt, from `header_features` by `boosting`) tell the
headers, and `labelled` gives each value its labels, by `paths` and `nesting`. `totals` finds the sums that a table promises.
"""
