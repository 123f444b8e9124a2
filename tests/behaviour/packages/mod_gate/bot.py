import openai

from guard import guarded


@guarded
def reply(text, persona="pirate"):
    completion = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "system", "content": f"You are a {persona}"}, {"role": "user", "content": text}],
    )
    return completion.choices[0].message.content
