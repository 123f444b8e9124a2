# fix: bot
import argparse

import openai

from bot.talk import Talk

parser = argparse.ArgumentParser()
parser.add_argument("--base", default="https://gateway.internal/v1")
arguments = parser.parse_args()

openai.api_key = "sk-of-the-gateway"
openai.api_base = arguments.base

talk = Talk("You are a pirate.")
for line in ("Hello", "Bye"):
    print(talk.say(line))
