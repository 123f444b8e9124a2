import os

OPENAI_API_KEY = os.getenv("OPENAI_API_KEY")
BOT_NAME = os.getenv("BOT_NAME", "Marvin")
MODEL = "gpt-3.5-turbo"
MAX_HISTORY = 6
COMMAND_PREFIX = "!"
SYSTEM_PROMPT = f"You are {BOT_NAME}, a depressed robot on a Discord server."
