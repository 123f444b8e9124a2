import openai

openai.api_key = "sk-comments"  # do not commit!

# the call
response = openai.ChatCompletion.create(  # create it
    # which model?
    model="gpt-3.5-turbo",  # cheap
    # model="gpt-4",        # dear
    messages=[
        # system first
        {"role": "system", "content": "You like # signs"},
        {
            "role": "user",  # me
            "content": (
                "Hello "  # greeting
                "world"
            ),
        },
    ],
    temperature=0.5,
    # max_tokens=5,
    request_timeout=30,  # seconds
)  # done

print(
    response  # the answer
    ["choices"][0]  # the first
    ["message"]
    ["content"]
)
total = response["usage"]["total_tokens"] + \
    response["usage"] \
    ["prompt_tokens"]
print(total)
