"""A bot of a few keywords, really trained, to test the channels and the server with."""
