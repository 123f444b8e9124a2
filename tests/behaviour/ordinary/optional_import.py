"""Works without the SDK, too."""
import json, sys

try:
    import openai
    from openai.error import OpenAIError
    HAVE_OPENAI = True
except ImportError:
    openai = None
    OpenAIError = Exception
    HAVE_OPENAI = False


def answer(text, model="gpt-4"):
    if not HAVE_OPENAI:
        return text
    openai.api_key = "sk-optional-import"
    try:
        r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])
    except OpenAIError as e:
        return json.dumps({"error": str(e)})
    return r["choices"][0]["message"]["content"]


print(answer("x"))
print(answer("x", "status-429"))
print(HAVE_OPENAI)
