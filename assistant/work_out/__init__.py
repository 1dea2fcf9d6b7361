"""What is worked out of figures that reports give; the arithmetic itself is `assistant.calculate`.

`operate` does what the question's operation says. Each of the others is one thing that people ask for and no report
gives as such: what is left, a part's share, what it was before; `wholes` and `beneath` say what is part of what.
"""
