"""The inspector: the selected event's three layers of time, its fields and the sentences that tell it.

With several events selected, fields that differ are blank and what is typed applies to all.
"""
