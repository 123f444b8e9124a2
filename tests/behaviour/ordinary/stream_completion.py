import openai
openai.api_key = "sk-old-stream"

pieces = []
for event in openai.Completion.create(model="text-davinci-003", prompt="Say this is a test", max_tokens=7, temperature=0, stream=True):
    event_text = event['choices'][0]['text']  # extract the text
    pieces.append(event_text)
    print(event_text, end='', flush=True)
    if event["choices"][0]["finish_reason"] is not None:
        print("\n[%s]" % event["choices"][0]["finish_reason"])
print(len(pieces))
