"""nginx and Caddy, started with the files of deploy/."""
