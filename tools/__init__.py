"""Tools of the maintainers. Not part of what is installed; run them from the project's folder."""
