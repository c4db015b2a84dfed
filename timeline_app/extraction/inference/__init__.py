"""Runs spaCy's small models quickly: the same weights and the same answers, computed for many sentences at once.

`blocks.py` is the way in: texts to parsed blocks.  A model of another make is run by spaCy itself.
"""
