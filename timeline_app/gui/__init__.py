"""The window: widgets, panes, dialogs and the timeline's graphics items.

Views read the document and call one operation per gesture; they never change data themselves.
"""
