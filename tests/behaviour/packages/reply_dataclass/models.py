from dataclasses import dataclass, field
from typing import Any, List, Optional


@dataclass
class Reply:
    text: str
    raw: Any
    usage: dict = field(default_factory=dict)
    function: Optional[dict] = None

    @property
    def finish(self):
        return self.raw["choices"][0]["finish_reason"]


@dataclass
class Conversation:
    replies: List[Reply] = field(default_factory=list)

    def tokens(self):
        return sum(r.usage["total_tokens"] for r in self.replies)
