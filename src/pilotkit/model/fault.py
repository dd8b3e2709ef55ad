"""What stops a command that is no fault of ours: the surroundings, or what was asked for."""

from pilotkit.model.sentence import Sentence


class Fault(Exception):  # noqa: N818 - a fault of the surroundings, not a programming error
    """`sentence` says what is wrong, `remedy` what to try; the command leaves with exit code 2."""

    def __init__(self, sentence: Sentence, remedy: Sentence | None = None) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence
        self.remedy = remedy
