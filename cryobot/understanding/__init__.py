"""Decides what a message asks for: features, classifiers, red flags, abstention, several questions."""
