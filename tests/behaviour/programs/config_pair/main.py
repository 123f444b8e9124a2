# environment: BOT_KEY=sk-of-the-bot OPENAI_API_KEY=
import config
import openai


def answer(question):
    result = openai.ChatCompletion.create(  # OAI102:14
        model=config.MODEL,
        messages=[
            {"role": "system", "content": config.SYSTEM},
            {"role": "user", "content": question},
        ],
        max_tokens=40,
    )
    return result["choices"][0]["message"]["content"]  # OAI112:12


for question in ["Is water wet?", "Is fire cold?"]:
    print(f"{question} -> {answer(question)}")
