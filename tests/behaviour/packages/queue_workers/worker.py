import openai


def work(jobs, done, stop):
    while True:
        job = jobs.get()
        if job is stop:
            return
        try:
            result = openai.Completion.create(engine="text-davinci-003", prompt=job["text"], max_tokens=5)
        except openai.error.OpenAIError as e:
            done.put((job, None, e))
        else:
            done.put((job, result, None))
