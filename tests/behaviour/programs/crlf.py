# A file from Windows.
import openai

def ask(text):
    """Ask,
    and answer."""
    completion = openai.ChatCompletion.create(  # OAI102:18
        model="gpt-4",
        messages=[{"role": "user",
                   "content": text}])
    return completion['choices'][0]['message']['content']  # OAI112:12

text = """first
second"""
print(ask(text))
