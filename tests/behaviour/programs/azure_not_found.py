import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://nf.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = "nf-key"

for deployment in ["missing", "chat"]:
    try:
        r = openai.ChatCompletion.create(deployment_id=deployment, model="gpt-35-turbo", messages=[{"role": "user", "content": "x"}])  # OAI102:13 OAI110:42
        print(r["choices"][0]["message"]["content"])  # OAI112:15
    except openai.InvalidRequestError as e:  # OAI107:12
        print("deployment not found" if e.code == "DeploymentNotFound" else "bad request", e.http_status)  # OAI108:92
