import openai

LANGUAGES = {"de": "German", "fr": "French"}


def translate(text, target):
    completion = openai.ChatCompletion.create(
        model="gpt-4",
        temperature=0,
        messages=[
            {"role": "system", "content": f"Translate to {LANGUAGES[target]}."},
            {"role": "user", "content": text},
        ],
    )
    return completion.choices[0].message.content


def translate_all(texts, target):
    done = []
    for text in texts:
        try:
            done.append(translate(text, target))
        except openai.error.Timeout:
            done.append(None)
    return done
