"""What to say is in a table by the class of the error."""
import openai
import openai.error  # OAI101:8

TEXTS = {
    openai.error.RateLimitError: "Please wait.",  # OAI107:5
    openai.error.AuthenticationError: "Check your key.",  # OAI107:5
    openai.error.InvalidRequestError: "That cannot be asked.",  # OAI107:5
    openai.error.ServiceUnavailableError: "Come back later.",  # OAI107:5
}


def ask(model):
    try:
        return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "Hi"}])  # OAI102:16
    except tuple(TEXTS) as e:
        return TEXTS[type(e)]


for status in (429, 401, 400, 404, 503):
    print(status, ask(f"status-{status}"))
print(ask("gpt-4").choices[0].message.content)
