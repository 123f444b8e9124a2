from assistant.bot import Assistant
from assistant.config import settings

bot = Assistant()
print(settings.model)
print(bot.answer("What's new?"))
print(bot.answer("fail please"))
