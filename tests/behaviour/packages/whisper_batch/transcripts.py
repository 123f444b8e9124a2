from audio import listen, translate


class Transcripts:
    def __init__(self):
        self.items = {}

    def add(self, path):
        self.items[path] = {"said": listen(path), "english": translate(path), "details": listen(path, response_format="verbose_json")}

    def markdown(self):
        lines = []
        for path, item in self.items.items():
            lines.append("## " + path)
            lines.append(item["said"]["text"])
            lines.append(item["english"].text)
            lines.append("%s %.1f" % (item["details"]["language"], item["details"]["duration"]))
        return "\n".join(lines)
