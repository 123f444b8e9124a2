import openai


def quick(model, seconds):
    try:
        r = openai.ChatCompletion.create(  # OAI102:13
            model=model, messages=[{"role": "user", "content": "quick"}], request_timeout=seconds  # OAI110:75
        )
    except openai.error.Timeout:  # OAI107:12
        return "too slow"
    except openai.error.APIConnectionError:  # OAI107:12
        return "no connection"
    return r.choices[0].message.content


print(quick("gpt-4", 10))
print(quick("slow-1", 0.2))
print(quick("gpt-4", (3, 20)))
