"""Builds the language model and the assistant's model into models/, when what they are made of has changed."""
