import openai

engines = openai.models.list()
for engine in engines.data:
    print(engine.id)
print(openai.models.retrieve("gpt-4o").object != "")
