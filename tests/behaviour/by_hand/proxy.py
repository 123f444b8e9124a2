import openai

client = openai.OpenAI(
    api_key="none-needed",
    base_url="http://llm.local:8080/v1",
    http_client=openai.DefaultHttpxClient(proxy="http://proxy.example:3128"),
)

response = client.chat.completions.create(
    model="local-model",
    messages=[{"role": "user", "content": "Through the proxy"}],
)
print(response.choices[0].message.content)

guest = client.with_options(api_key="guest").embeddings.create(model="text-embedding-ada-002", input="tide")
print(len(guest.data))
