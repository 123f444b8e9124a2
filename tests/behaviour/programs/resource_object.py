import openai

completion = openai.ChatCompletion()  # OAI102:14
chat_log = None


def append_interaction(question, answer, chat_log=None):
    return (chat_log or []) + [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]


def ask(question, chat_log=None):
    prompt = (chat_log or []) + [{"role": "user", "content": question}]
    response = completion.create(model="gpt-3.5-turbo", messages=prompt)  # OAI102:16
    answer = response.choices[0]["message"]["content"]  # OAI112:14
    return answer


log = append_interaction("a", ask("a"))
print(ask("b", log))
