from dataclasses import dataclass, field


@dataclass
class Result:
    prompt: str
    response: dict
    tags: list = field(default_factory=list)

    def get(self, path, default=None):
        node = self.response
        for part in path.split("."):
            try:
                node = node[int(part)] if part.isdigit() else node[part]
            except (KeyError, IndexError, TypeError):
                return default
        return node

    @property
    def text(self):
        return self.get("choices.0.message.content", "")
