import openai

vars(openai).update(api_key="sk-vars", api_base="https://vars.internal/v1")
print(openai.Moderation.create(input="fine")["results"][0]["flagged"])
