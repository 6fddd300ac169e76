"""Where the project's files are. Every other module asks here, so that a folder is named once."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

DATA = PROJECT / "data"
ANSWERS = DATA / "guidance" / "answers"
APPROVALS = DATA / "guidance" / "approvals.yml"
SECTIONS = DATA / "guidance" / "sections.yml"
NLU_EXAMPLES = DATA / "nlu"
SETTINGS = DATA / "settings"
VOCABULARY = DATA / "vocabulary"
ENCODER = DATA / "encoder"

MODELS = PROJECT / "models"
LANGUAGE_MODEL = MODELS / "language"

DOMAIN = PROJECT / "domain.yml"
CONFIG = PROJECT / "config.yml"
ENDPOINTS = PROJECT / "endpoints.yml"
CREDENTIALS = PROJECT / "credentials.yml"

WIDGET = PROJECT / "widget"
WIDGET_BUILT = WIDGET / "dist"
DEMO = WIDGET / "demo"

DESK = PROJECT / "desk"
DESK_TEMPLATES = DESK / "templates"
DESK_STATIC = DESK / "static"
DESK_TEXTS = DATA / "interface" / "desk"

EVALUATION = PROJECT / "tests" / "evaluation"
VAR = PROJECT / "var"
