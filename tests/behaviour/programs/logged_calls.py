import openai


def with_logging(fn, *args, **kwargs):
    print("calling with", sorted(kwargs))
    result = fn(*args, **kwargs)
    print("done")
    return result


def main(ai=openai):
    r = with_logging(ai.ChatCompletion.create, model="gpt-4", messages=[{"role": "user", "content": "x"}])  # OAI104:22
    print(r["choices"][0]["message"]["content"])  # OAI112:11
    r = with_logging(ai.Completion.create, prompt="y", model="gpt-3.5-turbo-instruct")  # OAI104:22
    print(r["choices"][0]["text"])  # OAI112:11


main()
