import openai

openai.api_key = "sk-closure"


def make_persona(name, style, model="gpt-3.5-turbo"):
    system = f"You are {name}. Speak {style}."
    history = []

    def say(text):
        nonlocal history
        history = history[-4:] + [{"role": "user", "content": text}]
        completion = openai.ChatCompletion.create(model=model, messages=[{"role": "system", "content": system}] + history)
        content = completion.choices[0].message["content"]
        history.append({"role": "assistant", "content": content})
        return content

    say.history = lambda: len(history)
    return say


pirate = make_persona("a pirate", style="roughly")
bard = make_persona("a bard", style="in verse", model="gpt-4")
print(pirate("hello"))
print(bard("hello"))
print(pirate("bye"), pirate.history(), bard.history())
