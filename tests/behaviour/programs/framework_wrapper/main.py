from llms import ChatModel, Chain

llm = ChatModel(model_name="gpt-4", temperature=0.1, request_timeout=30)
chain = Chain(llm, "Tell me about {topic}")
print(chain.run(topic="bees"))
print(llm.generate(["a", "b"]))
print(llm.count())
for token in ChatModel(model_name="gpt-4", streaming=True).stream("some words here"):
    print(token, end="|")
print()
