"""Everything about Azure is said in the call."""
import openai


def azure_chat(question):
    response = openai.ChatCompletion.create(
        api_type="azure",
        api_base="https://per-call.openai.azure.com",
        api_version="2023-05-15",
        api_key="az-per-call",
        engine="chat",
        messages=[{"role": "user", "content": question}],
    )
    return response["choices"][0]["message"]["content"]


def plain_chat(question):
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": question}])
    return response["choices"][0]["message"]["content"]


print(azure_chat("one"))
print(plain_chat("two"))
print(azure_chat("three"))
