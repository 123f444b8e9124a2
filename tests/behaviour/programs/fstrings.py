import openai

res = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "f-string"}])  # OAI102:7
print(f"Answer: {res['choices'][0]['message']['content']}")  # OAI112:18
print(f'{res["model"]:>10}|{res["usage"]["total_tokens"]:04d}|{res["choices"][0]["finish_reason"]!r}')  # OAI112:10 OAI112:29 OAI112:64
print(f"""The id:
{res['id']} of {len(res['choices'])}""")  # OAI112:2 OAI112:21
print("%s and %s" % (res["object"], res.created), "{0[id]}".format(res))  # missed: OAI112:68  # OAI112:22
print("{model} {object}".format(**res))  # OAI112:35
