import openai

openai.api_type = "azure"
openai.api_base = "https://errors.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "az-errors"


def attempt(engine, **more):
    try:
        r = openai.ChatCompletion.create(engine=engine, messages=[{"role": "user", "content": "x"}], **more)
        print(engine, "->", r.choices[0].message.content)
    except openai.error.InvalidRequestError as e:
        print(engine, "invalid", e.http_status, e.code)
    except openai.error.AuthenticationError as e:
        print(engine, "auth", e.http_status)
    except openai.error.PermissionError as e:
        print(engine, "permission", e.http_status, e)
    except openai.error.RateLimitError as e:
        print(engine, "rate", e.user_message)


attempt("chat")
attempt("nowhere")
attempt("status-401")
attempt("status-403")
attempt("status-429")
openai.api_key = "az-wrong"
attempt("chat")
