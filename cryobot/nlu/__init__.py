"""Our components of Rasa's NLU graph: thin adapters around reading, detection and understanding."""
