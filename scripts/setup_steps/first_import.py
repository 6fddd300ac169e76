"""Loads the libraries once, run by the environment's own Python: shows that they work, and saves their compiled form.

Compiling everything on installation would add 220 MB, most of it for modules that are never loaded.
"""

import importlib
import importlib.util
import sys

MODULES = (
    "rasa.core.run",
    "rasa.server",
    "rasa.model_training",
    "rasa.engine.recipes.default_recipe",
    "rasa_sdk.executor",
    "spacy.lang.en",
    "lemminflect",
    "onnxruntime",
    "tokenizers",
    "sklearn.linear_model",
    "sklearn.feature_extraction.text",
    "symspellpy",
    "rapidfuzz",
    "textstat",
    "pydantic_settings",
    "typer",
    "rich.progress",
)

for name in MODULES:
    if importlib.util.find_spec(name.partition(".")[0]) is None:
        continue
    try:
        importlib.import_module(name)
    except Exception as error:
        sys.exit(f"{name} does not load: {error}")
