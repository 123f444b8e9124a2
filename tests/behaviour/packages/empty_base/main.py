# environment: LLM_BASE= LLM_KEY=
from ask import ask

print(ask("no base of its own"))
