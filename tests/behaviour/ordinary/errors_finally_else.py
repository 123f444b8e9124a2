import openai
import openai.error

openai.api_key = "sk-finally"


def call(model):
    state = []
    try:
        state.append("try")
        r = openai.Completion.create(model=model, prompt="x", max_tokens=1)
    except openai.error.AuthenticationError:
        state.append("auth")
    except (openai.error.RateLimitError, openai.error.APIError, openai.error.ServiceUnavailableError) as err:
        state.append(str(err.http_status))
    except openai.error.OpenAIError as err:
        state.append("sdk %s" % err.http_status)
    except:  # noqa: E722
        state.append("bare")
    else:
        state.append(r["choices"][0]["text"].strip())
    finally:
        state.append("finally")
    return state


for model in ("text-davinci-003", "status-401", "status-429", "status-500", "status-503", "status-400", "status-404"):
    print(model, call(model))
