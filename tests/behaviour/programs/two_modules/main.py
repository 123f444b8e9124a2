from llm import Refused, ask, careful, stream

print(ask("What?")["choices"][0]["message"]["content"])  # missed: OAI112:7
for chunk in stream("one two"):
    print(chunk["choices"][0]["delta"].get("content", "-"), end="|")  # missed: OAI112:11
print()
try:
    print(careful("fine").usage["total_tokens"])  # missed: OAI112:11
except Refused as e:
    print("refused", e)
