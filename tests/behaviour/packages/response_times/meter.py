class Meter:
    def __init__(self):
        self.calls = self.tokens = 0
        self.slowest = None

    def note(self, response):
        self.calls += 1
        self.tokens += response["usage"]["total_tokens"]
        ms = response.response_ms
        if ms is not None and (self.slowest is None or ms > self.slowest):
            self.slowest = ms
