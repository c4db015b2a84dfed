"""Where everything stands on the canvas: columns, lanes, ticks, density, labels and hit tests.

Arrays in, arrays out; nothing here knows a widget or a painter.
"""
