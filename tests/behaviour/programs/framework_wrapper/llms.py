"""Models behind one interface, as frameworks offer them."""
from typing import Any, Dict, Iterator, List, Optional, Tuple


class Model:
    client: Any = None
    model_name: str = "gpt-3.5-turbo"
    temperature: float = 0.7
    request_timeout: Optional[float] = None
    streaming: bool = False
    max_retries: int = 3

    def __init__(self, **kwargs):
        for k, v in kwargs.items():
            setattr(self, k, v)
        self.calls = 0
        self.prepare()

    def prepare(self):
        raise NotImplementedError


class ChatModel(Model):
    def prepare(self):
        try:
            import openai
        except ImportError:
            raise ImportError("this model needs the package openai") from None
        self.client = openai.ChatCompletion  # OAI104:23

    @property
    def _options(self) -> Dict[str, Any]:
        return {
            "model": self.model_name,
            "temperature": self.temperature,
            "request_timeout": self.request_timeout,  # OAI110:13
            "stream": self.streaming,
        }

    def _complete(self, **kwargs: Any) -> Any:
        self.calls += 1
        return self.client.create(**kwargs)  # OAI102:16

    def _messages_and_options(self, prompt: str) -> Tuple[List[Dict[str, Any]], Dict[str, Any]]:
        params = {**self._options}
        return [{"role": "user", "content": prompt}], params

    def __call__(self, prompt: str) -> str:
        messages, params = self._messages_and_options(prompt)
        response = self._complete(messages=messages, **params)
        return response["choices"][0]["message"]["content"]  # OAI112:16

    def stream(self, prompt: str) -> Iterator[str]:
        messages, params = self._messages_and_options(prompt)
        params["stream"] = True
        for chunk in self._complete(messages=messages, **params):
            token = chunk["choices"][0]["delta"].get("content") or ""  # OAI112:21
            if token:
                yield token

    def generate(self, prompts):
        return [self(p) for p in prompts]

    def count(self):
        return self.calls


class Chain:
    def __init__(self, llm, template):
        self.llm, self.template = llm, template

    def run(self, **values):
        return self.llm(self.template.format(**values))
