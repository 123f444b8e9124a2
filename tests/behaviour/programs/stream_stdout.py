# input: three little words
"""What is read from standard input is continued, word by word."""
import sys
import openai

prompt = sys.stdin.read().strip()
for resp in openai.Completion.create(model="text-davinci-003", prompt=prompt, max_tokens=30, stream=True):  # OAI102:13
    sys.stdout.write(resp.choices[0].text)
    sys.stdout.flush()
    if resp.choices[0]["finish_reason"]:  # OAI112:8
        sys.stdout.write("\n[" + resp["choices"][0]["finish_reason"] + "]\n")  # OAI112:34
