"""Parts of the assistant that need no trained model, for tests of these parts."""
