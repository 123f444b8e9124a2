from sdk import *  # noqa: F403

print(ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "star"}])["choices"][0]["message"]["content"])  # noqa: F405
try:
    Image.create(size="1x1")  # noqa: F405
except error.InvalidRequestError as e:  # noqa: F405
    print(e.http_status)
