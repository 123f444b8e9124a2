import threading

import openai

from queue_ import done, jobs


def loop():
    while True:
        job = jobs.get()
        if job is None:
            break
        try:
            done[job["id"]] = openai.ChatCompletion.create(
                model=job.get("model", "gpt-3.5-turbo"), messages=[{"role": "user", "content": job["text"]}]
            )
        except openai.error.OpenAIError as e:
            done[job["id"]] = {"error": {"message": str(e), "status": e.http_status}}
        finally:
            jobs.task_done()


def start():
    t = threading.Thread(target=loop, daemon=True)
    t.start()
    return t
