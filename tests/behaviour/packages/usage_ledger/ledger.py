from collections import Counter, defaultdict


class Ledger:
    def __init__(self):
        self.by_model = defaultdict(Counter)

    def record(self, response):
        self.by_model[response["model"]].update({k: v for k, v in response["usage"].items() if isinstance(v, int)})

    def report(self):
        return {model: dict(sorted(c.items())) for model, c in sorted(self.by_model.items())}


ledger = Ledger()
