# environment: KEY=az-completion
import os
import openai

openai.api_type = 'azure'
openai.api_base = 'https://completions.openai.azure.com/'
openai.api_version = '2022-12-01'
openai.api_key = os.environ['KEY']

prompt = """Classify the following news headline: "Ford recalls cars"
Classification:"""
response = openai.Completion.create(
    engine='completer',
    prompt=prompt,
    temperature=0,
    max_tokens=60,
    best_of=1,
    stop=None)
print(response['choices'][0]['text'].split('\n')[-1].strip())
for event in openai.Completion.create(engine='completer', prompt='go on', stream=True):
    for choice in event['choices']:
        print(choice['text'], end='|')
print()
