"""What the readers of office files share or hand on to: zip `package`s and a DOCX's `numbering`; a `worksheet`
into blocks, its values by their `number_formats`, whether Excel, `delimited` or `opendocument` wrote it.
"""
