"""Settings of the bot, in one place."""
import os

import openai

MODEL = os.environ.get("BOT_MODEL", "gpt-3.5-turbo-16k")
SYSTEM = "Answer in one short sentence."

openai.api_key = os.environ["BOT_KEY"]
openai.organization = "org-bots"
openai.api_base = "https://llm.corp.internal/v1"  # OAI105:1
