"""``python -m timeline_app``: the same as the ``timeline-app`` command."""

import sys

from timeline_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
