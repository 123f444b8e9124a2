import openai

# Before everything.
response = openai.ChatCompletion.create(  # OAI102:12
    # which model?
    model="gpt-4",  # the good one
    # who speaks?
    messages=[
        # the rules: openai.ChatCompletion is not code here
        {"role": "system", "content": "Do not write openai.api_base."},
        {"role": "user", "content": 'r["choices"][0]["text"]'},
    ],
    # timeout=3,
)  # after the call

'''Not a call either: openai.Completion.create(engine="davinci")'''
text = (
    response  # the answer # OAI112:5
    ["choices"]  # all of them
    [0]  # the first
    # a line between
    .message.content
)
print(text)
