"""Nobody listens there."""
import openai

openai.base_url = "http://127.0.0.1:9/v1/"

try:
    openai.completions.create(model="davinci", prompt="x")
except openai.APITimeoutError:
    print("timeout")
except openai.APIConnectionError as e:
    print("cannot connect", getattr(e, "status_code", None), e.code)
except openai.InternalServerError:
    print("error of the API")
print("done")
