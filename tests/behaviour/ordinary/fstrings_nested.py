import openai

openai.api_key = "sk-fstrings"
r = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": "f"}])
print(f"Answer: {r['choices'][0]['message']['content']}")
print(f'Answer: {r["choices"][0]["message"]["content"]!r:>20}')
print(f"""Tokens: {r["usage"]["total_tokens"]:05d} of {r['usage'].get('prompt_tokens', 0)}""")
print(f"{r['choices'][0]['finish_reason'].upper()}" f" {r['model']}", "plain 'text'")
print("{} {m}".format(r["choices"][0]["message"]["role"], m=r["model"]))
print("%(c)s" % {"c": r["choices"][0]["message"]["content"]})
print(f"{openai.Completion.create(model='text-davinci-003', prompt='p', max_tokens=1)['choices'][0]['text'].strip()}")
