"""The bot, and its tests run by hand."""
import bot
import stubs

print(bot.ask("hello")[0])
print(bot.Bot().say("tide"))
stubs.test_ask()
stubs.test_mock()
stubs.test_bot()
