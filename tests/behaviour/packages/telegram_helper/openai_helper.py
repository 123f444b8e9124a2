from __future__ import annotations

import datetime
import logging

import openai

GPT_3_MODELS = ("gpt-3.5-turbo", "gpt-3.5-turbo-0613")
GPT_3_16K_MODELS = ("gpt-3.5-turbo-16k",)


def default_max_tokens(model: str) -> int:
    """
    Gets the default number of max tokens for the given model.
    """
    base = 1200
    if model in GPT_3_16K_MODELS:
        return base * 4
    return base


class OpenAIHelper:
    """
    ChatGPT helper class.
    """

    def __init__(self, config: dict):
        openai.api_key = config['api_key']
        self.config = config
        self.conversations: dict[int: list] = {}  # {chat_id: history}
        self.last_updated: dict[int: datetime] = {}

    async def get_chat_response(self, chat_id: int, query: str) -> tuple[str, str]:
        """
        Gets a full response from the GPT model.
        :return: The answer from the model and the number of tokens used
        """
        response = await self.__common_get_chat_response(chat_id, query)
        answer = ''

        if len(response.choices) > 1 and self.config['n_choices'] > 1:
            for index, choice in enumerate(response.choices):
                content = choice['message']['content'].strip()
                if index == 0:
                    self.__add_to_history(chat_id, role="assistant", content=content)
                answer += f'{index + 1}\u20e3\n'
                answer += content
                answer += '\n\n'
        else:
            answer = response.choices[0]['message']['content'].strip()
            self.__add_to_history(chat_id, role="assistant", content=answer)

        if self.config['show_usage']:
            answer += "\n\n---\n" \
                      f"tokens: {str(response.usage['total_tokens'])}" \
                      f" ({str(response.usage['prompt_tokens'])} prompt," \
                      f" {str(response.usage['completion_tokens'])} completion)"

        return answer, response.usage['total_tokens']

    async def get_chat_response_stream(self, chat_id: int, query: str):
        """
        Stream response from the GPT model.
        """
        response = await self.__common_get_chat_response(chat_id, query, stream=True)

        answer = ''
        async for item in response:
            if 'choices' not in item or len(item.choices) == 0:
                continue
            delta = item.choices[0].delta
            if 'content' in delta and delta.content is not None:
                answer += delta.content
                yield answer, 'not_finished'
        answer = answer.strip()
        self.__add_to_history(chat_id, role="assistant", content=answer)
        yield answer, 'finished'

    async def __common_get_chat_response(self, chat_id: int, query: str, stream=False):
        if chat_id not in self.conversations:
            self.reset_chat_history(chat_id)
        try:
            self.__add_to_history(chat_id, role="user", content=query)

            common_args = {
                'model': self.config['model'],
                'messages': self.conversations[chat_id],
                'temperature': self.config['temperature'],
                'n': self.config['n_choices'],
                'max_tokens': self.config['max_tokens'],
                'stream': stream
            }

            return await openai.ChatCompletion.acreate(**common_args)

        except openai.error.RateLimitError as e:
            raise e

        except openai.error.InvalidRequestError as e:
            raise Exception(f"⚠️ _Invalid request._ ⚠️\n{str(e)}") from e

        except Exception as e:
            raise Exception(f"⚠️ _An error has occurred._ ⚠️\n{str(e)}") from e

    async def generate_image(self, prompt: str) -> tuple[str, str]:
        try:
            response = await openai.Image.acreate(
                prompt=prompt,
                n=1,
                size=self.config['image_size']
            )

            if 'data' not in response or len(response['data']) == 0:
                logging.error(f'No response from GPT: {str(response)}')
                raise Exception('⚠️ _Error_ ⚠️\nTry again')

            return response['data'][0]['url'], self.config['image_size']
        except Exception as e:
            raise Exception(f"⚠️ _An error has occurred._ ⚠️\n{str(e)}") from e

    async def transcribe(self, filename):
        try:
            with open(filename, "rb") as audio:
                result = await openai.Audio.atranscribe("whisper-1", audio)
                return result.text
        except Exception as e:
            logging.exception(e)
            raise Exception(f"⚠️ _An error has occurred._ ⚠️\n{str(e)}") from e

    def reset_chat_history(self, chat_id, content=''):
        if content == '':
            content = self.config['assistant_prompt']
        self.conversations[chat_id] = [{"role": "system", "content": content}]

    def __add_to_history(self, chat_id, role, content):
        self.conversations[chat_id].append({"role": role, "content": content})
