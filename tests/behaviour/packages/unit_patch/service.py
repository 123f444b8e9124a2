import openai


def headline(article):
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": f"Headline for: {article}"}],
        temperature=0.5,
    )
    return response["choices"][0]["message"]["content"].strip('"')


def tags(article):
    try:
        r = openai.Completion.create(engine="text-davinci-003", prompt=f"Tags: {article}", max_tokens=30)
    except openai.error.RateLimitError:
        return []
    return [t.strip() for t in r.choices[0].text.split(",")]
