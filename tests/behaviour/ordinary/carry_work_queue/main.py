import queue
import threading

from workers import work

jobs, done = queue.Queue(), queue.Queue()
for text in ("tide", "sand", "wind"):
    jobs.put(text)
jobs.put(None)
thread = threading.Thread(target=work, args=(jobs, done))
thread.start()
thread.join()

found = {}
while not done.empty():
    text, reply = done.get()
    found[text] = reply
for text in sorted(found):
    reply = found[text]
    print(text, reply["data"][0]["embedding"][:2], reply["usage"]["total_tokens"])
