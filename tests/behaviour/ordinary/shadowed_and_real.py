"""A ChatCompletion of our own beside the SDK's, and a parameter called openai."""
import openai as sdk

sdk.api_key = "sk-shadow"


class ChatCompletion:
    @staticmethod
    def create(**kwargs):
        return {"choices": [{"message": {"content": "mine: " + kwargs["messages"][-1]["content"]}}]}


class Fake:
    ChatCompletion = ChatCompletion


def ask(openai, text):
    return openai.ChatCompletion.create(messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]


print(ask(Fake, "one"))
print(ChatCompletion.create(messages=[{"content": "two"}])["choices"][0]["message"]["content"])
print(sdk.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "three"}])["choices"][0]["message"]["content"])
