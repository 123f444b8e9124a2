import openai
import logging
import sys

logger = logging.getLogger("x")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
logger.addHandler(handler)


def safe(model):
    try:
        return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "hi"}])["choices"][0]["message"]["content"]  # OAI102:16 OAI112:16
    except openai.error.InvalidRequestError as e:  # OAI107:12
        if e.http_status == 404:  # OAI108:12
            logger.error("no such model: %s", e.code)
        else:
            logger.error("bad: %s", e.error["message"])  # OAI108:37
    except openai.error.RateLimitError as e:  # OAI107:12
        logger.warning("limit %s %s", e.http_status, e.json_body["error"]["code"])  # OAI108:39 OAI108:54
        retry_after = e.headers.get("retry-after", "60")  # OAI108:23
        logger.warning("after %s", retry_after)
    except openai.error.OpenAIError as e:  # OAI107:12
        logger.error(f"{type(e).__module__.split('.')[0]}: {e.user_message}")  # OAI108:61
    return None


for m in ("gpt-4", "status-404", "status-400", "status-429", "status-401"):
    print(m, "->", safe(m))
