from moderation import scores, verdict


class Refused(ValueError):
    def __init__(self, name, verdict):
        super().__init__(name)
        self.verdict = verdict


class Gate:
    def __init__(self, limit):
        self.limit = limit

    def check(self, text):
        if not text:
            return None
        found = verdict(text)
        for name, score in scores(found):
            if score > self.limit:
                raise Refused(name, found)
        return text, max(found["category_scores"].values())
