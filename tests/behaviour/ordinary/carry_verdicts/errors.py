class Refused(Exception):
    """A text that is not published, with what the service said of it."""

    def __init__(self, text, verdict):
        super().__init__("refused: " + text)
        self.text = text
        self.verdict = verdict
