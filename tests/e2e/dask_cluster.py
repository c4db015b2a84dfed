"""A Dask cluster of two worker processes on this machine; prints its address, then lives until its input ends."""

import sys

from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        print(cluster.scheduler_address, *[nanny.pid for nanny in cluster.workers.values()], flush=True)
        sys.stdin.read()
