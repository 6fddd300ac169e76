"""Reads one message: characters, letters, then the spelling of each word."""

import re
from dataclasses import dataclass

from cryobot.reading.characters import fold
from cryobot.reading.letters import join_spaced_out, letters_for_digits, shorten_stretched
from cryobot.reading.lexicon import Lexicon
from cryobot.reading.run_together import pieces_of

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.ASCII)
_TOKEN = re.compile(r"[A-Za-z0-9@$!|']*[A-Za-z][A-Za-z0-9@$|']*")


def words_of(text: str) -> list[str]:
    """Give the lower-case words of a folded text."""
    return [word.lower() for word in WORD.findall(text)]


@dataclass(frozen=True)
class Reader:
    """Reads with one lexicon."""

    lexicon: Lexicon

    def read(self, text: str) -> str:
        """Give the message in plain letters, with its misspelled words mended."""
        return _TOKEN.sub(lambda match: self._word(match[0]), join_spaced_out(fold(text)))

    def _word(self, token: str) -> str:
        lower = token.lower()
        known = self.lexicon.is_known
        if known(lower) or "'" in token:
            return token
        shortened = shorten_stretched(token, self.lexicon.weight)
        if known(shortened.lower()):
            return shortened
        if not shortened.isalpha():
            spelled = letters_for_digits(shortened).lower()
            mended = spelled if spelled in self.lexicon.matters else None
            return mended or token
        word = shortened.lower()
        if self.lexicon.is_rare(word):
            return self.lexicon.nearest(word, only_what_matters=True) or shortened
        return self.lexicon.nearest(word) or self._split(word) or self._part(word) or shortened

    def _split(self, word: str) -> str | None:
        # A missed space bar: "theblister" -> "the blister".
        if len(word) < 6:
            return None
        cuts = [(word[:i], word[i:]) for i in range(1, len(word)) if len(word[:i]) > 1 or word[0] in "ai"]
        whole = [cut for cut in cuts if all(part in self.lexicon.words for part in cut)]
        if not whole:
            return None
        return " ".join(max(whole, key=lambda cut: min(self.lexicon.words[part] for part in cut)))

    def _part(self, word: str) -> str | None:
        pieces = pieces_of(word, self.lexicon.frequency)
        return " ".join(map(self._piece, pieces)) if pieces else None

    def _piece(self, piece: str) -> str:
        return piece if self.lexicon.frequency(piece) else self.lexicon.nearest(piece) or piece

    def known_share(self, text: str) -> float:
        """Give the share of the words that are known as they were typed; 1 for a text without words."""
        words = words_of(fold(text))
        return sum(map(self.lexicon.is_word, words)) / len(words) if words else 1.0
