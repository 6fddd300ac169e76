"""Where everything is that is held against each other."""

from dataclasses import dataclass
from pathlib import Path

from cryobot import paths


@dataclass(frozen=True)
class Files:
    """The files of the checkout in the folder `root`."""

    root: Path = paths.PROJECT

    @property
    def domain(self) -> Path:
        """Intents, slots and actions."""
        return self._under_root(paths.DOMAIN)

    @property
    def config(self) -> Path:
        """Pipeline and policies."""
        return self._under_root(paths.CONFIG)

    @property
    def answers(self) -> Path:
        """The folder of the answers, one file each."""
        return self._under_root(paths.ANSWERS)

    @property
    def approvals(self) -> Path:
        """Who approved which wording."""
        return self._under_root(paths.APPROVALS)

    @property
    def sections(self) -> Path:
        """The headings of the article's sections."""
        return self._under_root(paths.SECTIONS)

    @property
    def widget(self) -> Path:
        """The folder of the chat widget."""
        return self._under_root(paths.WIDGET)

    @property
    def desk_templates(self) -> Path:
        """The templates of the staff desk."""
        return self._under_root(paths.DESK_TEMPLATES)

    @property
    def desk_vendor(self) -> Path:
        """The files of others that the staff desk serves."""
        return self._under_root(paths.DESK_STATIC / "vendor")

    @property
    def desk_texts(self) -> Path:
        """The words of the staff desk, one folder for each language."""
        return self._under_root(paths.DESK_TEXTS)

    @property
    def examples(self) -> Path:
        """The folder of the training examples, one folder for each intent."""
        return self._under_root(paths.NLU_EXAMPLES)

    @property
    def encoder(self) -> Path:
        """The folder of the sentence encoder."""
        return self._under_root(paths.ENCODER)

    @property
    def rules(self) -> Path:
        """The folder of the rules."""
        return self._under_root(paths.DATA / "rules")

    @property
    def stories(self) -> Path:
        """The folder of the stories."""
        return self._under_root(paths.DATA / "stories")

    @property
    def vocabulary(self) -> Path:
        """The folder of the vocabulary."""
        return self._under_root(paths.VOCABULARY)

    @property
    def cases(self) -> Path:
        """The folder of the conversations that the tests go through."""
        return self._under_root(paths.EVALUATION.parent / "conversations" / "cases")

    @property
    def questions(self) -> Path:
        """The held-out questions."""
        return self._under_root(paths.EVALUATION / "questions.jsonl")

    def interface(self, part: str) -> list[Path]:
        """Give the files of words of a part of the interface, one for each language; that in English in any case."""
        folder = self._under_root(paths.DATA / "interface" / part)
        return sorted({folder / "en.yml", *folder.glob("*.yml")})

    def setting(self, name: str) -> Path:
        """A file of data/settings."""
        return self._under_root(paths.SETTINGS / f"{name}.yml")

    def answer(self, answer_id: str) -> Path:
        """The file of one answer."""
        return self.answers / f"{answer_id}.yml"

    def _under_root(self, path: Path) -> Path:
        return self.root / path.relative_to(paths.PROJECT)
