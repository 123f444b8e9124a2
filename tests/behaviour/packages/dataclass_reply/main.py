from bot.session import Session
from bot.render import render

session = Session("pirate")
session.say("Where is the gold?")
session.say("And the ship?")
print(render(session.turns))
print(session.spent())
