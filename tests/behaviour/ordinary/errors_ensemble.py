import collections
import json
import openai


def vote(question, models=("gpt-4", "gpt-3.5-turbo", "status-429")):
    answers, errors = [], []
    for m in models:
        try:
            r = openai.ChatCompletion.create(model=m, messages=[{"role": "user", "content": question}], n=2)
        except openai.error.OpenAIError as e:
            errors.append({"model": m, "status": e.http_status, "message": str(e)})
            continue
        answers += [{"model": r["model"], **c} for c in r["choices"]]
    return answers, errors


answers, errors = vote("best colour?")
print(collections.Counter(a["message"]["content"] for a in answers).most_common(1))
print(json.dumps(errors))
print([(a["model"], a["index"]) for a in answers])
