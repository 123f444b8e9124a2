# environment: OPENAI_API_KEY=az-wrapper-key
import os
from typing import List

import openai


class AzureChat:
    def __init__(self, endpoint: str, deployment: str, version: str = "2023-05-15"):
        self.deployment = deployment
        openai.api_type = "azure"
        openai.api_base = endpoint
        openai.api_version = version
        openai.api_key = os.environ["OPENAI_API_KEY"]

    def ask(self, question: str, history: List[dict] = ()) -> str:
        messages = [*history, {"role": "user", "content": question}]
        try:
            response = openai.ChatCompletion.create(
                deployment_id=self.deployment,
                messages=messages,
                max_tokens=100,
                request_timeout=20,
            )
        except openai.error.InvalidRequestError as error:
            return f"refused: {error}"
        return response["choices"][0]["message"]["content"]


def main():
    chat = AzureChat("https://wrapped.openai.azure.com/", "helper")
    print(chat.ask("one"))
    print(chat.ask("two", [{"role": "system", "content": "Be brief."}]))
    chat.deployment = "not-there"
    print(chat.ask("three"))


main()
