"""From a source's text to what it tells: segments, publication context, sentences, mentions, corroborated events.

spaCy is imported here and nowhere else, and only when a pipeline is loaded; nothing here touches a file or a widget.
"""
