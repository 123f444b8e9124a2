import os

from registry import make

for name, model in (("openai", "gpt-4"), ("davinci", "text-davinci-003"), ("echo", None)):
    provider = make(name, api_key=os.environ["OPENAI_API_KEY"], model=model)
    out = provider.complete("hello", **({"temperature": 0} if name != "echo" else {}))
    print(name, out["text"], out["usage"]["total_tokens"], out["raw"]["choices"][0]["finish_reason"])
