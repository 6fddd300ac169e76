"""Numbers over time: what happened, by day and by topic. Never holds a visitor's words or who they are."""
