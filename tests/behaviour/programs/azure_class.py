# environment: OPENAI_API_KEY=
"""A class that keeps what a call needs."""
import openai


class AzureBot:
    def __init__(self, resource, key, deployment, version="2023-05-15", **options):
        self.deployment = deployment
        self.options = {"temperature": 0.2, "max_tokens": 50, **options}
        openai.api_type = "azure"  # OAI306:9
        openai.api_base = f"https://{resource}.openai.azure.com"  # OAI105:9
        openai.api_version = version
        openai.api_key = key
        self.messages = []

    def say(self, text):
        self.messages.append({"role": "user", "content": text})
        self.last = openai.ChatCompletion.create(  # OAI102:21
            engine=self.deployment,  # OAI110:13
            messages=self.messages,
            **self.options,
        )
        answer = self.last["choices"][0]["message"]["content"]  # OAI112:18
        self.messages.append({"role": "assistant", "content": answer})
        return answer

    @property
    def tokens(self):
        return self.last["usage"]["total_tokens"]  # OAI112:16


bot = AzureBot("contoso", "key-c", "helper", top_p=0.9)
print(bot.say("One"))
print(bot.say("Two"), bot.tokens, len(bot.messages))
