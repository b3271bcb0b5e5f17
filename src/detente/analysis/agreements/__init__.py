"""What can be agreed: common ground, packages, who blocks, what each demand costs (AGREEMENTS).

One published method, one file. `agreements(terms)` in `answer.py` asks all of them at once.
"""
