"""The held-out evaluation: asks labelled questions, scores the replies and holds them against the release gate."""
