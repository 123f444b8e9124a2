import openai

from .chat import ChatLLM


class AzureLLM(ChatLLM):
    name = "azure"

    def __init__(self, deployment, resource):
        super().__init__(deployment)
        self.params = {
            "engine": deployment,
            "api_type": "azure",
            "api_base": "https://mine.openai.azure.com" if resource == "mine" else resource,
            "api_version": "2023-05-15",
            "api_key": "az-hierarchy",
        }

    def _request(self, **kwargs):
        return openai.ChatCompletion.create(**kwargs)
