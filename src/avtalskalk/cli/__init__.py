"""The command line: arguments to the library, results to stdout, talk to stderr, an exit code."""
