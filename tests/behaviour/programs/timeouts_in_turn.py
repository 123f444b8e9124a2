import openai


def robust(messages, attempts=2):
    last = None
    for i in range(attempts):
        try:
            return openai.ChatCompletion.create(model="gpt-4" if i else "slow-2", messages=messages, request_timeout=0.4 if not i else 10)  # OAI102:20 OAI110:102
        except openai.error.Timeout as e:  # OAI107:16
            last = e
            print("timeout", i)
        except openai.error.APIConnectionError as e:  # OAI107:16
            last = e
            print("connection", i)
    raise last


print(robust([{"role": "user", "content": "t"}])["choices"][0]["message"]["content"])  # OAI112:7
