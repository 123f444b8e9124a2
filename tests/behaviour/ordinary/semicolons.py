import os, openai; openai.api_key = os.environ["OPENAI_API_KEY"]; M = "gpt-3.5-turbo"
ask = lambda q: openai.ChatCompletion.create(model=M, messages=[{"role": "user", "content": q}])["choices"][0]["message"]["content"]
if ask: a = ask("one"); b = ask("two"); print(a, b, sep="; ")
for q in ("x", "y"): r = openai.Completion.create(model="text-davinci-003", prompt=q); print(r["choices"][0]["text"])
try: openai.ChatCompletion.create(model="status-401", messages=[])
except openai.error.AuthenticationError as e: print("no:", e)
except openai.error.OpenAIError: pass
else: print("?"); print("!")
