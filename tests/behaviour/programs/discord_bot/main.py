import asyncio
import os

import discord
import openai

openai.api_key = os.environ['OPENAI_API_KEY']
TOKEN = os.environ.get('DISCORD_TOKEN', 'abc')

client = discord.Client()
history = {}


@client.event
async def on_ready():
    print(f'Logged in as {client.user}')


@client.event
async def on_message(message):
    if message.author == client.user:
        return
    if not message.content.startswith('!ask '):
        return
    question = message.content[len('!ask '):]
    past = history.setdefault(message.channel, [])
    past.append({'role': 'user', 'content': question})
    try:
        response = await openai.ChatCompletion.acreate(  # OAI103:26
            model='gpt-3.5-turbo',
            messages=past[-5:],
            max_tokens=200,
        )
        answer = response['choices'][0]['message']['content']  # OAI112:18
        past.append(response['choices'][0]['message'])  # OAI112:21
    except openai.error.RateLimitError:  # OAI107:12
        answer = 'Too many requests, slow down please.'
    except Exception as e:
        answer = 'Something broke: ' + type(e).__name__
    await message.reply(answer)


client.run(TOKEN)
