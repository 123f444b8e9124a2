from backends import load

backend = load("openai_backend")
print(backend.complete("hello"))
