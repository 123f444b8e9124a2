def ask(question):
    import openai

    openai.api_key = "sk-inside"
    reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": question}])  # OAI102:13
    return reply["choices"][0]["message"]["content"]  # OAI112:12


def embed(text):
    from openai import Embedding as E  # OAI101:24

    return E.create(input=text, model="text-embedding-ada-002")["data"][0]["embedding"]  # OAI102:12 OAI112:12


if __name__ == "__main__":
    print(embed("e"))
    print(ask("q"))
