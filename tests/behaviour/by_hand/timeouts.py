import openai


def quick(model, seconds):
    try:
        r = openai.chat.completions.create(
            model=model, messages=[{"role": "user", "content": "quick"}], timeout=seconds
        )
    except openai.APITimeoutError:
        return "too slow"
    except openai.APIConnectionError:
        return "no connection"
    return r.choices[0].message.content


print(quick("gpt-4", 10))
print(quick("slow-1", 0.2))
print(quick("gpt-4", openai.Timeout(20, connect=3)))
