import time

import openai

from bus import bus


def ask(text):
    start = time.time()
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    bus.emit("done", response, elapsed=time.time() - start)
