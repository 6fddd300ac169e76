"""Fine-tunes the sentence encoder, writes the files of data/encoder, and tries it out on voices it has not seen."""
