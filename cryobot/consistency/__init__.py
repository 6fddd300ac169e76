"""Holds guidance, domain, training data, rules, actions, settings and tests against each other (`cryobot check`)."""
