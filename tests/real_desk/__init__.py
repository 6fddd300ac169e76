"""The staff desk over real HTTP, and browsers of staff without a screen."""
