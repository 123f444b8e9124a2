import asyncio
import os

import openai

from openai_helper import OpenAIHelper, default_max_tokens


def build(model):
    return OpenAIHelper({
        'api_key': os.environ['OPENAI_API_KEY'],
        'show_usage': True,
        'n_choices': 1,
        'model': model,
        'temperature': 1.0,
        'max_tokens': default_max_tokens(model),
        'image_size': '256x256',
        'assistant_prompt': 'You are a helpful assistant.',
    })


async def main():
    helper = build('gpt-3.5-turbo')
    text, tokens = await helper.get_chat_response(7, 'Good morning')
    print(text, tokens)
    async for answer, status in helper.get_chat_response_stream(7, 'Tell me a joke'):
        print(status, '|', answer)
    print(await helper.generate_image('a cat'))
    print(await helper.transcribe('recording.mp3'))
    helper.config['n_choices'] = 2
    print(await helper.get_chat_response(8, 'Twice please'))

    busy = build('status-429')
    try:
        await busy.get_chat_response(1, 'hey')
    except openai.error.RateLimitError:
        print('try later')
    wrong = build('status-400')
    try:
        await wrong.get_chat_response(1, 'hey')
    except Exception as e:
        print(str(e))


asyncio.run(main())
