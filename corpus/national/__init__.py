"""The national forms, found where the templates of `corpus.forms` are met.

In flattened text: `embedded` looks with `recover`, which goes a `walk` along the `labels`, takes the `runs` of
values after them, has `decode` (with `glued` and `changes`) tell the values, and gives them their real spans
(`layout`). In tables with real spans: `identify` tells the form, `places` each row and column, and
`indicator_lists` reads the lists that came before the forms.
"""
