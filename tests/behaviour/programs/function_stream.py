"""The arguments of a function, while they come."""
import openai

call = {"name": None, "arguments": ""}
stream = openai.ChatCompletion.create(  # OAI102:10
    model="gpt-4-0613",
    messages=[{"role": "user", "content": "Turn the lamp on"}],
    functions=[{"name": "lamp", "parameters": {"type": "object", "properties": {"on": {"type": "boolean"}}}}],
    stream=True,
)
for chunk in stream:
    delta = chunk.choices[0].delta
    if "function_call" in delta:  # OAI113:8
        if "name" in delta.function_call:  # OAI113:12
            call["name"] = delta.function_call["name"]  # OAI112:28
        if "arguments" in delta.function_call:  # OAI113:12
            call["arguments"] += delta.function_call["arguments"]  # OAI112:34
    if chunk.choices[0].finish_reason == "function_call":
        print("call", call)
    if not delta.get("content", None):  # OAI113:12
        continue
    print(delta.content)
