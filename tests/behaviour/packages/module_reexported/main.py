from pkg.chat import say
from pkg import openai

print(say("x")["choices"][0]["message"]["content"])
print(say("y", sdk=openai).choices[0].message["content"])
