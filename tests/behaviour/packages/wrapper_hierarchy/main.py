from llms import AzureLLM, ChatLLM, CompletionLLM

for llm in (ChatLLM("gpt-4", temperature=0.1), CompletionLLM("gpt-3.5-turbo-instruct"), AzureLLM("chat", "mine")):
    print(llm.name, llm.generate("Hello"), llm.calls)
