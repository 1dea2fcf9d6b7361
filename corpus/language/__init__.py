"""How official Chinese writes what the rest of corpus reads; nothing here knows a file, a table or a report.

On one string each: `numerals`, `dates`, `outline`, `agencies`, `writing` (of a cell), `wording` (of a label). On a
sentence, in this order: `mentions` are its measuring numbers, `clauses` and `grammar` say which words belong to
each, `phrases` name what is counted, and `periods` say of which year.
"""
