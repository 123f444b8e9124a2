import openai


def describe(what):
    reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": f"Describe a {what}"}])
    return reply.choices[0].message.content
