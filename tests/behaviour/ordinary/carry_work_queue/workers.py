import openai

openai.api_key = "sk-worker"


def work(jobs, done):
    while True:
        text = jobs.get()
        if text is None:
            return
        done.put((text, openai.Embedding.create(model="text-embedding-ada-002", input=text)))
