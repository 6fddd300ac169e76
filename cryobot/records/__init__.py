"""The durable record of escalations, hand-overs, feedback and questions that got no answer."""
