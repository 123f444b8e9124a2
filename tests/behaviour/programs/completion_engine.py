"""A haiku about each thing, with the engine's name as it was given once."""
import openai

TOPICS = ("rain", "code", "tea")

for topic in TOPICS:
    response = openai.Completion.create(  # OAI102:16
        engine="text-davinci-002",  # OAI110:9
        prompt="Write a haiku about " + topic,
        temperature=0.7,
        max_tokens=64,
        top_p=1,
        frequency_penalty=0,
        presence_penalty=0,
        stop=["\n\n"],
    )
    text = response["choices"][0]["text"].strip()  # OAI112:12
    print(topic.upper())
    print(text)
