# environment: USE_AZURE=yes AZURE_KEY=az-switch
"""Azure or OpenAI, as the environment says."""
import os
import openai

USE_AZURE = os.environ.get("USE_AZURE", "no").lower() in ("yes", "true", "1")

if USE_AZURE:
    openai.api_type = "azure"
    openai.api_base = "https://switched.openai.azure.com"
    openai.api_version = "2023-05-15"
    openai.api_key = os.environ["AZURE_KEY"]
    model_args = {"engine": "gpt-35-turbo"}
else:
    openai.api_key = os.environ["OPENAI_API_KEY"]
    model_args = {"model": "gpt-3.5-turbo"}


def complete(prompt):
    response = openai.ChatCompletion.create(
        messages=[{"role": "user", "content": prompt}],
        temperature=0.0,
        **model_args,
    )
    return response["choices"][0]["message"]["content"]


print(complete("where am I?"))
print(complete("and now?"))
