import openai


def chat(messages, functions):
    response = openai.ChatCompletion.create(model="gpt-4-0613", messages=messages, functions=functions, function_call="auto")
    return response["choices"][0]["message"]
