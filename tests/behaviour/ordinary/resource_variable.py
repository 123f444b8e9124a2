import openai

openai.api_key = "sk-variable"
ChatCompletion = openai.ChatCompletion
Err = openai.error
generate, embed = openai.Completion.create, openai.Embedding.create


def chat(model, text):
    try:
        return ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]
    except (Err.RateLimitError, Err.InvalidRequestError) as e:
        return "%s: %s" % ("retry" if isinstance(e, Err.RateLimitError) else "bad", e)


print(chat("gpt-4", "v"), chat("status-429", "v"), chat("status-400", "v"), sep="\n")
print(generate(model="text-davinci-003", prompt="v")["choices"][0]["text"], embed(model="text-embedding-ada-002", input="v")["data"][0]["index"])
