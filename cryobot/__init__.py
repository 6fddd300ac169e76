"""The assistant: guidance, understanding, dialogue, channels, storage and the command line."""

import os

# Rasa reads this when it starts to report usage; nothing about a visitor may leave the machine.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
# onnxruntime reports that it was loaded to its maker's servers, and writes an id of the machine for it.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
# SQLAlchemy announces its next major version to everybody who runs the one that Rasa needs.
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
