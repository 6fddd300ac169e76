"""Messaging platforms as real HTTP servers on loopback, which check what they are sent against documented limits."""
