import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.log = None
openai.debug = False
openai.verify_ssl_certs = True
openai.enable_telemetry = False

r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "odd"}])
print(r["choices"][0]["message"]["content"])
