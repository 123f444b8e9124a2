import openai


class API:
    def __init__(self, **options):
        self.options = options

    def request(self, system, user):
        response = openai.ChatCompletion.create(
            model="gpt-4",
            messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
            **self.options,
        )
        return self.parse(response)

    @staticmethod
    def parse(response):
        return response["choices"][0]["message"]["content"]
