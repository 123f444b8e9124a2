# environment: OPENAI_API_KEY=
import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://contoso.openai.azure.com"  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = "key-c"


def check(deployment):
    try:
        openai.Completion.create(engine=deployment, prompt="ping")  # OAI102:9 OAI110:34
        return "ok"
    except openai.error.InvalidRequestError as e:  # OAI107:12
        if e.http_status == 404 and e.code == "DeploymentNotFound":  # OAI108:12
            return "no such deployment"
        return f"invalid ({e.http_status})"  # OAI108:28
    except openai.error.RateLimitError as e:  # OAI107:12
        return f"wait {e.headers.get('retry-after')}s"  # OAI108:24


for name in ("completer", "nowhere", "status-429", "status-400"):
    print(name, "-", check(name))
