import copy
import openai

openai.api_key = "sk-convert"
r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "convert"}])
d = dict(r["usage"])
print(d, type(d) is dict)
m = {**r["choices"][0]["message"], "name": "bot"}
print(m)
c = copy.deepcopy(r)
c["choices"][0]["message"]["content"] = "changed"
print(r["choices"][0]["message"]["content"], c["choices"][0]["message"]["content"])
print(list(r["usage"].values()), [k for k in r["choices"][0]["message"]])
print(r["choices"][0]["message"].to_dict())
print(len(r["usage"]), r == c, r["usage"] == {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12})
