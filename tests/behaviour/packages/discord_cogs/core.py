import openai


class Bot:
    def __init__(self):
        self.commands = {}
        self.state = {}

    def command(self, name):
        def keep(function):
            self.commands[name] = function
            return function
        return keep

    async def on_message(self, user, line):
        name, _, rest = line.lstrip("!").partition(" ")
        try:
            return await self.commands[name](user, rest)
        except openai.error.RateLimitError:
            return "slow down"
        except openai.error.InvalidRequestError as e:
            return f"bad request: {e}"
