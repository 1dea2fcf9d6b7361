"""Does a label say what is asked? Only words are looked at; nothing here searches.

`asked` is what a question asks of a label; `candidates` are the labels that may answer, `fit` how well each does.
Each of the others knows one way in which a label that shares its words is of another thing.
"""
