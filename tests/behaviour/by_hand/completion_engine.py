"""A haiku about each thing, with the engine's name as it was given once."""
import openai

TOPICS = ("rain", "code", "tea")

for topic in TOPICS:
    response = openai.completions.create(
        model="text-davinci-002",
        prompt="Write a haiku about " + topic,
        temperature=0.7,
        max_tokens=64,
        top_p=1,
        frequency_penalty=0,
        presence_penalty=0,
        stop=["\n\n"],
    )
    text = response.choices[0].text.strip()
    print(topic.upper())
    print(text)
