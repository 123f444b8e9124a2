import openai

engines = openai.Engine.list()  # OAI102:11
for engine in engines.data:
    print(engine.id)
print(openai.Engine.retrieve("gpt-4o")["object"] != "")  # OAI112:7 OAI102:7
