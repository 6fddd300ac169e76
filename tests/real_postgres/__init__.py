"""A real PostgreSQL server for the tests of the stores."""
