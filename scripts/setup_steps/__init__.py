"""Sets up the environment. Runs before anything is installed, so: standard library only, any Python from 3.8 on."""
