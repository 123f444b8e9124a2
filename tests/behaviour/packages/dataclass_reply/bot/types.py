from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional


@dataclass
class Turn:
    question: str
    response: Dict[str, Any]
    tags: List[str] = field(default_factory=list)
    note: Optional[str] = None

    @property
    def answer(self) -> str:
        return self.response["choices"][0]["message"]["content"]

    def cost(self) -> float:
        usage = self.response["usage"]
        return usage["prompt_tokens"] * 0.5 + usage["completion_tokens"]
