import openai


class Gateway:
    def __init__(self, url, key):
        self.common = {"api_base": url, "headers": {"x-gateway-key": key}}

    def options(self, user):
        return {**self.common, "headers": {**self.common["headers"], "x-user": user}}

    def chat(self, text, user):
        r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}], **self.options(user))
        return r.choices[0].message.content

    def embed(self, text, user):
        r = openai.Embedding.create(model="text-embedding-ada-002", input=text, request_timeout=(3, 20), **self.options(user))
        return r.data[0].embedding[0]
