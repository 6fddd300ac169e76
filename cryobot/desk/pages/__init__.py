"""The pages of the desk, one module each. A module has PAGES, and may have NAV (a Nav) and WORK (see `gathering`)."""
