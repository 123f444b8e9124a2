# input: tell me about tides|and the moon|/quit
import sys
import openai

history = [{"role": "system", "content": "You are brief."}]


def stream(messages):
    full = ""
    for chunk in openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=messages, stream=True):
        delta = chunk["choices"][0]["delta"]
        if "role" in delta:
            print(f"[{delta['role']}] ", end="")
        token = delta.get("content", "")
        full += token or ""
        sys.stdout.write(token or "")
        sys.stdout.flush()
        if chunk["choices"][0]["finish_reason"] is not None:
            print()
    return full


while True:
    line = sys.stdin.readline().strip()
    if line == "/quit" or not line:
        break
    history.append({"role": "user", "content": line})
    history.append({"role": "assistant", "content": stream(history)})
print(len(history))
