import openai


def joke(topic):
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo", messages=[{"role": "user", "content": f"A joke about {topic}"}]
    )
    return response["choices"][0]["message"]["content"]
