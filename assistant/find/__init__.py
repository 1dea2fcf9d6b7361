"""From a measure to the figures that answer it, in a scope that is settled.

`finder` searches, `select` keeps one label or none, `settle` chooses where its figures differ. The others give what
the words leave open a second chance: `other_words`, `surroundings`, `second_look`.
"""
