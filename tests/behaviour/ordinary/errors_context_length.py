import openai

openai.api_key = "sk-context"


def ask(model, messages):
    while True:
        try:
            response = openai.ChatCompletion.create(model=model, messages=messages)
            return response["choices"][0]["message"]["content"]
        except openai.error.InvalidRequestError as e:
            if "not valid" in str(e) and len(messages) > 1:
                print("too long, dropping the oldest of", len(messages))
                messages = messages[1:]
                model = "gpt-4" if len(messages) == 1 else model
                continue
            print("giving up:", e.user_message)
            return None
        except Exception as e:
            print("unexpected", e)
            return None


history = [{"role": "user", "content": c} for c in "abc"]
print(ask("status-400", history))
print(ask("status-400", history[:1]))
print(ask("status-429", history[:1]))
