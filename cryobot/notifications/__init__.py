"""Tells staff of cases outside the desk: by mail and by a signed post to a webhook."""
