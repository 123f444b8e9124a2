from llm import Chat, Vectors

print(Chat().run("tide"))
print(Vectors().run("tide"))
