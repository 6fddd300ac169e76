"""The history of the record database's tables; Alembic brings a database of any earlier version up to date."""
