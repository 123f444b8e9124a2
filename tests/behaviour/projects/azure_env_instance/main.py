# fix: --client instance .
# environment: AZURE_OPENAI_API_KEY=of-another-service AZURE_OPENAI_ENDPOINT=https://west.openai.azure.com
import openai

openai.api_key = "sk-of-mine"

reply = openai.ChatCompletion.create(
    model="gpt-3.5-turbo", messages=[{"role": "user", "content": "Where does this go?"}]
)
print(reply["choices"][0]["message"]["content"])
