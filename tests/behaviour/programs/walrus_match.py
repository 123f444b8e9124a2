import openai

question = {"role": "user", "content": "Walrus?"}
if (reply := openai.ChatCompletion.create(model="gpt-4", messages=[question]))["choices"]:  # OAI112:4 OAI102:14
    print((message := reply["choices"][0]["message"])["content"])  # OAI112:11 OAI112:23

while (chunk := openai.Completion.create(model="davinci", prompt="loop", max_tokens=2)) and chunk["usage"]["total_tokens"] < 5:  # OAI102:17 OAI112:93
    print("short")

match reply["choices"][0]["finish_reason"]:  # OAI112:7
    case "stop":
        print("it stopped")
    case "length":
        print("too long")

match message:
    case {"role": "assistant", "content": str(text)}:  # OAI112:10
        print("assistant:", text)
    case _:
        print("somebody else")
