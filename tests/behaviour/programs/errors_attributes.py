import openai
from openai.error import AuthenticationError, InvalidRequestError, OpenAIError, RateLimitError  # OAI101:26 OAI101:47 OAI101:68 OAI101:81


def attempt(model):
    try:
        openai.Completion.create(model=model, prompt="x")  # OAI102:9
    except RateLimitError as e:  # OAI107:12
        print("limit:", e.user_message, e.http_status)  # OAI108:25 OAI108:41
    except InvalidRequestError as err:  # OAI107:12
        print("invalid:", err.http_status, err.param, err.code, err.json_body["error"]["message"])  # OAI108:27 OAI108:65
    except AuthenticationError as e:  # OAI107:12
        print("auth:", e.error["message"] if e.error else "-")  # OAI108:24 OAI108:46
    except OpenAIError as e:  # OAI107:12
        print("other:", type(e).__name__ != "", e.http_status)  # OAI108:49


for code in (429, 400, 404, 401, 500):
    attempt(f"status-{code}")
