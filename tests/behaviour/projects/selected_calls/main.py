# fix: --select OAI102,OAI103 .
import openai

openai.api_key = "sk-mine"
openai.api_base = "https://gateway.internal/v1"

verdict = openai.Moderation.create(input="is this rude?")
print(verdict["results"][0]["categories"]["hate"])
try:
    openai.Completion.create(model="no-such-model", prompt="x")
except openai.error.InvalidRequestError as error:
    print("refused", error.http_status)
