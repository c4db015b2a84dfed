"""What the built program starts: the command, which also serves the processes that it starts of itself."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a helper of `annotate --jobs` is this program with arguments of its own
    from timeline_app.cli.main import main

    sys.exit(main())
