def stub(model, messages):
    return {"choices": [{"message": {"content": f"{model} would say {messages[-1]['content']}"}}]}
