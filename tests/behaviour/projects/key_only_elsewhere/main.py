# fix: asks.py
# environment: OPENAI_API_KEY=
import openai

import asks

openai.api_key = "sk-of-main"
print(asks.text("Say hello"))
