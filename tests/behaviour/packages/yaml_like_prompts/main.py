from chain import Chain

chain = Chain.load("chain.json")
print(chain.run(topic="sea"))
print(chain.trace())
