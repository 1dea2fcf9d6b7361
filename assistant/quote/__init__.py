"""From passages to the sentences that answer, verbatim.

`wanted` is what a question wants of an answer, `stretches` what may be quoted, `ranker` how likely it answers (by `traits`);
`quotation` puts it together, with the whole of a list (`lists`). The others know the form of one kind of answer.
"""
