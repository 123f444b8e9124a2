# input: hello|you are wrong|quit
import os, openai
openai.api_key = os.environ["OPENAI_API_KEY"]


def is_ok(text):
    response = openai.Moderation.create(input=text)
    output = response["results"][0]
    return not output["flagged"], output["category_scores"]["hate"]


while True:
    try:
        line = input("> ")
    except EOFError:
        break
    if line == "quit":
        break
    ok, score = is_ok(line)
    if not ok:
        print("Please be kind.", score)
        continue
    r = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": line}])
    print(r["choices"][0]["message"]["content"])
