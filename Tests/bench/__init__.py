"""The benchmark: the running product against what the machine can do, in one run, as ratios. `deploy/bench` runs it."""
