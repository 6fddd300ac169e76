"""What concerns browsers: which pages may talk to the assistant, how often, and the files that they load."""
