"""Errors are shown to the user."""
import sys

import openai


def ask(model, question):
    try:
        response = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": question}])  # OAI102:20
        return response.choices[0].message.content
    except openai.error.InvalidRequestError as e:  # OAI107:12
        return f"Invalid request: {e}"
    except openai.error.RateLimitError as e:  # OAI107:12
        return "Rate limit: " + str(e)
    except Exception as e:
        return "Something else: " + e.__class__.__name__


print(ask("status-404", "a"))
print(ask("status-429", "b"))
print(ask("gpt-4", "c"))
sys.exit(5 if "Invalid" in ask("status-400", "d") else 0)
