import openai
openai.api_key = 'sk-no-newline'
msgs = [{'role': 'user', 'content': 'the end'}]
if msgs:
    r = openai.ChatCompletion.create(model='gpt-3.5-turbo',
                                     messages=msgs,
                                     )
    print(r['choices'][0]['message']['content'],
          r['usage']['total_tokens'])
print(f"{r['model']}")
print(openai.ChatCompletion.create(model='gpt-4', messages=msgs)['choices'][0]['message']['content'])