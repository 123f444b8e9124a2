class Assistant:
    """Imports the SDK only when it is needed."""

    def __init__(self, key):
        import openai

        self.openai = openai
        self.openai.api_key = key
        self.count = 0

    def complete(self, prompt):
        self.count += 1
        response = self.openai.Completion.create(model="text-davinci-003", prompt=prompt)  # OAI102:20
        return response["choices"][0]["text"].strip()  # OAI112:16

    def chat(self, text):
        try:
            r = self.openai.ChatCompletion.create(model="status-400", messages=[{"role": "user", "content": text}])  # OAI102:17
        except self.openai.error.InvalidRequestError:  # OAI107:16
            return "refused"
        return r.choices[0].message.content


a = Assistant("sk-of-self")
print(a.complete("alpha"), a.chat("beta"), a.count, a.openai.api_key)
