# fix: .
# environment: AZURE_OPENAI_API_KEY=of-another-service AZURE_OPENAI_ENDPOINT=https://west.openai.azure.com
import openai

openai.api_type = "open_ai"


def ask(question):
    reply = openai.ChatCompletion.create(
        model="gpt-3.5-turbo", messages=[{"role": "user", "content": question}]
    )
    return reply["choices"][0]["message"]["content"]


print(ask("Where does this go?"))
