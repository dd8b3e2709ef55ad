"""The score computed a second time, slowly and plainly, from what design §4 and §5 say.

Of pilotkit it takes the records (`model`) and their reading (`load`), and nothing that counts,
compares or adds up. What the rules find it takes from outside, as `pilot validate` prints it.
"""
