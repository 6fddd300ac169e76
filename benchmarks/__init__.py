"""Speed, memory and load of the assistant, measured on the real server: `make bench`."""
