"""What a person has chosen, kept in a file that a person can read: see `values` and `file`."""
