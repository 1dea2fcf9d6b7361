"""A file goes in, a Report comes out: no database, no model, no network.

In order: `readers` give a file's blocks, `parse` makes them a Report (`sections`, `tables`, `forms`, `metadata`),
`figures` and `passages` take from it what can answer, and `checks`, `conflicts` and `doubts` say what cannot all
be right. `report` has the types. Behind these stand `national` (the national forms), `grids` (headers and paths of
any table) and `language` (how official Chinese writes).
"""
