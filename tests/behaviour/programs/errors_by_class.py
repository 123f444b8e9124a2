import openai


class BotError(Exception):
    """Errors of the bot."""


class Bot:
    error_messages = {
        openai.error.RateLimitError: "slow down",  # OAI107:9
        openai.error.AuthenticationError: "who are you?",  # OAI107:9
        openai.error.InvalidRequestError: "what?",  # OAI107:9
    }

    def ask(self, model):
        try:
            return openai.Completion.create(model=model, prompt="p").choices[0].text  # OAI102:20
        except openai.error.OpenAIError as e:  # OAI107:16
            raise BotError(self.error_messages.get(type(e), "hm")) from e


for model in ("m", "status-429", "status-401", "status-400", "status-500"):
    try:
        print(Bot().ask(model))
    except BotError as e:
        print("error:", e)
