class Collect:
    def __init__(self):
        self.rows = []

    def __call__(self, row):
        self.rows.append(row)

    def lines(self):
        for job, result, error in sorted(self.rows, key=lambda r: r[0]["text"]):
            yield "%s: %s" % (job["text"], result["choices"][0]["text"].strip() if result else error)
