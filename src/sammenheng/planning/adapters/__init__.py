"""The solvers, each in a process of its own: hard limits of time and memory, and no clash between libraries."""
