from client import ask

for model in ("gpt-4", "status-429-1", "status-503-1", "status-400"):
    print(model, ask(model))
