import functools
import openai


def handle_openai_errors(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except openai.error.AuthenticationError:  # OAI107:16
            return "Check your API key"
        except openai.error.RateLimitError:  # OAI107:16
            return "Too many requests"
        except openai.error.InvalidRequestError as e:  # OAI107:16
            return f"Invalid: {e.user_message}"  # OAI108:32
    return wrapper


@handle_openai_errors
def poem(about, model="gpt-3.5-turbo"):
    return openai.ChatCompletion.create(  # OAI102:12
        model=model, messages=[{"role": "user", "content": f"Poem about {about}"}]
    ).choices[0].message.content


print(poem("rain"))
print(poem("rain", model="status-401"))
print(poem("rain", "status-429"))
print(poem("rain", "status-404"))
