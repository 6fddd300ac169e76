"""People who need a person: the cases that staff see, take over, answer and close."""
