"""Words: those that tell things apart, what stands for what, what a label's parts are. No question, no figure is looked for.

`terms` are the words of a text, `labels` the parts of a figure's label; the others say which words go together
(`thesaurus`, `likeness`, `alike`) and which must not be mistaken (`contraries`, `accounts`, `plans`, `roles`);
`demands` are what an answer must say besides.
"""
