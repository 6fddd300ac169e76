"""Pictures of the widget and the staff desk for the documentation, taken of the real assistant in Chromium."""
