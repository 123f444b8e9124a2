import openai


class Writer:
    api = openai.Completion  # OAI104:11
    model = "text-davinci-003"

    def write(self, prompt):
        return self.api.create(model=self.model, prompt=prompt).choices[0].text  # OAI102:16


class Talker(Writer):
    api = openai.ChatCompletion  # OAI104:11
    model = "gpt-4"

    def write(self, prompt):
        reply = self.api.create(model=self.model, messages=[{"role": "user", "content": prompt}])  # OAI102:17
        return reply["choices"][0]["message"]["content"]  # OAI112:16


for cls in (Writer, Talker):
    print(cls.__name__, cls().write("Something"))
