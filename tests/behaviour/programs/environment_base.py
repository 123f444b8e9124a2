# environment: OPENAI_API_KEY=
"""The variables are set before the import, as 0.x wanted it."""
import os

os.environ["OPENAI_API_KEY"] = "sk-env"
os.environ["OPENAI_API_BASE"] = "https://env.internal/v1"  # OAI106:1
os.environ["OPENAI_ORGANIZATION"] = "org-env"  # OAI106:1

import openai

print(openai.api_base)  # OAI105:7
print(openai.Completion.create(model="davinci", prompt="env").choices[0].text)  # OAI102:7
