"""Reads a YAML data file into a pydantic model, with a message that names the file and the field."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from cryobot.errors import DataFileError

Model = TypeVar("Model", bound=BaseModel)


def load(file: Path, model: type[Model]) -> Model:
    """Parse `file` and validate it.

    Raises:
        DataFileError: the file is missing, is not YAML, or has a wrong field.
    """
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        return model.model_validate(content)
    except FileNotFoundError:
        raise DataFileError(file, "the file is missing.") from None
    except UnicodeDecodeError:
        raise DataFileError(file, "the file is not saved as UTF-8 text.") from None
    except yaml.YAMLError as error:
        raise DataFileError(file, f"this is not valid YAML. {error}") from None
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise DataFileError(file, problems) from None
