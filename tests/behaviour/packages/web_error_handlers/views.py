import openai


def chat(query):
    completion = openai.ChatCompletion.create(
        model=query.get("model", "gpt-3.5-turbo"), messages=[{"role": "user", "content": query["q"]}]
    )
    return {"answer": completion["choices"][0]["message"]["content"], "usage": completion["usage"]["total_tokens"]}


def judge(query):
    return {"result": openai.Moderation.create(query["q"])["results"][0]["flagged"]}
