from conf import apply
from ask import ask

apply({"api_key": "sk-loop", "api_base": "https://loop.internal/v1", "organization": "org-loop"})
print(ask("looped"))
