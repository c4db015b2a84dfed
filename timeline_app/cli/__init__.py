"""The command line: builds the parts of the program and hands them to each other.

Nothing heavy is imported before the chosen command needs it.
"""
