import openai

SERVERS = ["https://one.llm.internal/v1", "https://two.llm.internal/v1"]

for index, server in enumerate(SERVERS):
    response = openai.Completion.create(  # OAI102:16
        model="llama", prompt=f"server {index}", api_base=server, api_key=f"key-{index}"  # OAI110:50 OAI110:67
    )
    print(response["choices"][0]["text"].strip())  # OAI112:11
# The others still go where the module says.
print(openai.Completion.create(model="davinci", prompt="default").choices[0].text.strip())  # OAI102:7
