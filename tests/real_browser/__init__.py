"""The system's Chromium, pages of other websites that embed the widget, and a faulty way to the assistant."""
