"""The messaging platforms, one file each: what comes in and what goes out. All the rest is in cryobot.messaging."""
