"""Start granian, with its own options, after loading the site: its workers are forks that share it.

What is loaded before the forks is in memory once. The garbage collector leaves it alone from then on,
since its marks would copy every page into every worker. A restart is needed to load new code.
"""

import gc
import multiprocessing
import runpy
import sys
from importlib import import_module


def main() -> None:
    if sys.platform == "linux":  # elsewhere, granian starts workers that share nothing
        multiprocessing.set_start_method("fork")
        import_module("nextflex.application")
        gc.collect()
        gc.freeze()
    runpy.run_module("granian", run_name="__main__")


if __name__ == "__main__":
    main()
