import openai
import os

openai.api_key = os.environ['OPENAI_API_KEY']

def generate_names(animal):
    """From the OpenAI quickstart, the pet name generator."""
    response = openai.Completion.create(
        engine="text-davinci-003",
        prompt=generate_prompt(animal),
        temperature=0.6,
        max_tokens=60,
        top_p=1,
        frequency_penalty=0,
        presence_penalty=0,
        stop=["\n"]
    )
    return response.choices[0].text.strip()


def generate_prompt(animal):
    return """Suggest three names for an animal that is a superhero.

Animal: Cat
Names: Captain Sharpclaw, Agent Fluffball, The Incredible Feline
Animal: {}
Names:""".format(animal.capitalize())


for a in ['horse', 'dog']:
    print(generate_names(a))
    print('-' * 20)
