from gateway import Gateway

g = Gateway("https://oai.helicone.internal/v1", "hel-1")
print(g.chat("hello", user="ann"))
print(g.embed("hello", user="bob"))
