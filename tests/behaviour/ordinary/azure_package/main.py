# environment: AZURE_OPENAI_KEY=az-package
"""A little application: settings in one module, calls in others."""
from app import chat, search

print(chat.reply("hello"))
print(search.best("tent", ["tents hold four", "boats float"]))
