"""Pictures of the widget for the documentation, taken of the real assistant in the system's Chromium."""
