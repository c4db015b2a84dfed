"""What enters and leaves as files: readers, the project file, and the exports.

Nothing here knows Qt or reads time; every failure is a `FormatError` whose text is the sentence for the user.
"""
