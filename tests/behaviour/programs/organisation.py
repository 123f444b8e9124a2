import openai

openai.organization = "org-main"
openai.api_key = "sk-main"
print(openai.Model.retrieve("gpt-4o").id)  # OAI102:7
openai.organization = None
print(openai.Model.retrieve("gpt-4o").owned_by)  # OAI102:7
with_other = openai.Embedding.create(model="text-embedding-ada-002", input="x", organization="org-other")  # OAI102:14 OAI110:81
print(with_other["model"], openai.organization)  # OAI112:7
