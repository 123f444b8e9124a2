import openai

PROMPT = """Answer with the context.
Context: {context}
Question: {question}"""


def answer(store, question):
    context = "\n".join(hit.text for hit in store.search(question, 2))
    res = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": PROMPT.format(context=context, question=question)}],
        max_tokens=200,
    )
    return res["choices"][0]["message"]["content"]
