import openai

openai.api_key = "sk-plain-fields"


def explain(model):
    try:
        openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "x"}])
    except openai.error.InvalidRequestError as e:
        print("status", e.http_status, "code", e.code, "param", e.param)
        print(e.user_message)
        print(e.json_body["error"]["message"])
    except openai.error.RateLimitError as e:
        print("status", e.http_status)
        print(e.user_message, "|", str(e), "|", f"{e}")
    except openai.error.AuthenticationError as e:
        print(e.error["message"], e.error.code)


for model in ("status-400", "status-404", "status-429", "status-401"):
    explain(model)
