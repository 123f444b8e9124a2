# run: status-401
import sys
import openai
from openai import error

openai.api_key = "sk-exit"


def main(argv):
    try:
        r = openai.ChatCompletion.create(model=argv[1], messages=[{"role": "user", "content": "x"}])
    except error.AuthenticationError as exc:
        print("Authentication failed: %s" % exc)
        return 4
    except error.RateLimitError:
        return 5
    print(r["choices"][0]["message"]["content"])
    return 0


sys.exit(main(sys.argv))
