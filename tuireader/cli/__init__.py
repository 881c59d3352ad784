"""The command line: one module a command, each thin above `tuireader.api`."""
