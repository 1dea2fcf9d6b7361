"""A question and a table in, the answer's cells out, learnt from labelled tables: `lookup` is where it begins.

`fitting` scores labels by the same parameters.
"""
