"""Glyphs and ruling lines on a `page`, of PDFs and pictures alike, into a document; `layout` puts it together.

In order: `radicals` made plain, `furniture` off, `lattice` and `ruled` (else `aligned`) for tables, `continued` over
pages, and the rest by `lines`, `columns` and `paragraphs`, without the list of `contents`.
"""
