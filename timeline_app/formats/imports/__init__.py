"""Events that come back from files: our own table and those of other programs, and what importing each row would do.

A file is read into `ImportedEvent`s, and `plan` turns those into changes of a document; neither touches the document.
"""
