import openai

openai.api_key = "sk-optional"
functions = [{"name": "f", "parameters": {"type": "object", "properties": {"x": {"type": "string"}}}}]
for given in ({}, {"functions": functions}, {"functions": functions, "function_call": "none"}):
    r = openai.ChatCompletion.create(model="gpt-4-0613", messages=[{"role": "user", "content": "q"}], **given)
    message = r["choices"][0]["message"]
    try:
        call = message["function_call"]
        print("call", call["name"], call["arguments"])
    except KeyError:
        print("text", message["content"])
    print(message.get("function_call", {}).get("name", "-"), "content" in message, message.get("content") or "(none)")
    print(r.get("warning", "no warning"), "error" in r, "usage" in r)
