"""Staff type a few words and get the approved answers to them: in the desk, in the terminal, in Slack."""
