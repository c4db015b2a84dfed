"""The reader: one source's text with its time expressions underlined and its event sentences lit.

Positions outside this room count code points; inside Qt they are UTF-16 units of the shown text.
"""
