import openai

openai.api_key = "sk-modern"


def run(command: str) -> str:
    match command.split(maxsplit=1):
        case ["chat", text]:
            return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}]).choices[0].message.content
        case ["image", text]:
            return openai.Image.create(prompt=text, n=1, size="512x512").data[0].url
        case ["models"]:
            return ", ".join(m.id for m in openai.Model.list().data)
        case [other, *_]:
            return f"unknown: {other}"
        case _:
            return "nothing"


for line in ["chat how are you", "image tree", "models", "fly away", ""]:
    if (result := run(line)) and len(result) < 200:
        print(result)

if (r := openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "w"}]))["usage"]["total_tokens"] > 5:
    print("many", r["usage"]["total_tokens"])
while (reason := r["choices"][0]["finish_reason"]) != "stop":
    break
print(reason)
match r["choices"][0]["message"]["role"]:
    case "assistant":
        print("from the assistant")
