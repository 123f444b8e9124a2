# environment: TELEGRAM_TOKEN=t OPENAI_TOKEN=sk-telegram
import os
import logging

import openai
from telebot import TeleBot

logging.basicConfig(level=logging.ERROR)

openai.api_key = os.environ["OPENAI_TOKEN"]
bot = TeleBot(os.environ["TELEGRAM_TOKEN"])

user_sessions = {}
MAX_HISTORY = 4


def ask_gpt(user_id: int, text: str) -> str:
    session = user_sessions.get(user_id, [])
    session.append({"role": "user", "content": text})
    session = session[-MAX_HISTORY:]
    res = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=session, user=str(user_id))  # OAI102:11
    msg = res.choices[0].message
    session.append({"role": msg.role, "content": msg.content})
    user_sessions[user_id] = session
    return msg.content


@bot.message_handler(commands=["image"])
def image(message):
    prompt = message.text.replace("/image", "").strip()
    img = openai.Image.create(prompt=prompt, n=1, size="512x512")  # OAI102:11
    bot.send_photo(message.chat_id, img["data"][0]["url"])  # OAI112:37


@bot.message_handler(commands=None)
def text(message):
    try:
        bot.send_message(message.chat_id, ask_gpt(message.chat_id, message.text))
    except openai.error.OpenAIError as e:  # OAI107:12
        logging.exception(e)
        bot.send_message(message.chat_id, "Sorry")


bot.polling()
