# run: --provider openrouter
import argparse
import os
import openai

p = argparse.ArgumentParser()
p.add_argument("--provider", choices=["openai", "openrouter", "local"], default="openai")
args = p.parse_args()

if args.provider == "openai":
    openai.api_key = os.environ["OPENAI_API_KEY"]
    model = "gpt-4"
elif args.provider == "openrouter":
    openai.api_base = "https://openrouter.internal/api/v1"
    openai.api_key = "or-key"
    model = "status-404"
else:
    openai.api_base = "https://localhost.internal/v1"
    openai.api_key = "none"
    model = "llama"
try:
    r = openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "hi"}], headers={"X-Title": "me"})
    print(r["choices"][0]["message"]["content"])
except openai.error.InvalidRequestError as e:
    print("no", e.http_status)
