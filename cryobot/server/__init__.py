"""The running assistant: its model, its actions in the same process, and its HTTP server."""
