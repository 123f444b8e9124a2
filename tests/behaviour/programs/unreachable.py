"""Nobody listens there."""
import openai

openai.api_base = "http://127.0.0.1:9/v1"  # OAI105:1

try:
    openai.Completion.create(model="davinci", prompt="x")  # OAI102:5
except openai.error.Timeout:  # OAI107:8
    print("timeout")
except openai.error.APIConnectionError as e:  # OAI107:8
    print("cannot connect", e.http_status, e.code)  # OAI108:29
except openai.error.APIError:  # OAI107:8
    print("error of the API")
print("done")
