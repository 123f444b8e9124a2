import openai

openai.api_key = "sk-of-the-package"
openai.api_base = "https://llm.corp.internal/v1"  # OAI105:1
MODEL = "gpt-4"
