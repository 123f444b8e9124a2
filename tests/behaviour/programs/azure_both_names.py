# environment: OPENAI_API_KEY=
"""Model and deployment were given together; the deployment decides."""
import openai
from openai import ChatCompletion  # OAI101:20

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = "key-c"

answer = ChatCompletion.create(  # OAI102:10
    model="gpt-3.5-turbo",
    engine="planner",  # OAI110:5
    messages=[{"role": "user", "content": "Both"}],
)
print(answer.choices[0].message.content)
text = openai.Completion.create(deployment_id="completer", model="text-davinci-003", prompt="Both")  # OAI102:8 OAI110:33
print(text.choices[0].text)
