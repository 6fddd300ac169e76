"""Names under which our components leave values on a Rasa message."""

ORIGINAL_TEXT = "original_text"
SPACY_DOC = "text_spacy_doc"
TEXTS = "cryobot_texts"
VECTORS = "cryobot_vectors"
FEATURES = "cryobot_features"
RED_FLAGS = "cryobot_red_flags"
EVIDENCE = "cryobot_evidence"
