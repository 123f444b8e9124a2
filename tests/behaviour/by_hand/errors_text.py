"""Errors are shown to the user."""
import sys

import openai


def ask(model, question):
    try:
        response = openai.chat.completions.create(model=model, messages=[{"role": "user", "content": question}])
        return response.choices[0].message.content
    except (openai.BadRequestError, openai.NotFoundError) as e:
        return f"Invalid request: {e}"
    except openai.RateLimitError as e:
        return "Rate limit: " + str(e)
    except Exception as e:
        return "Something else: " + e.__class__.__name__


print(ask("status-404", "a"))
print(ask("status-429", "b"))
print(ask("gpt-4", "c"))
sys.exit(5 if "Invalid" in ask("status-400", "d") else 0)
