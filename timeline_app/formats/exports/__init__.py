"""Everything that events can leave as: one file a format, and the registry that command line and window share.

A format turns an `Export` into bytes and says what it had to leave out; writing them is `write_export`'s work.
"""
