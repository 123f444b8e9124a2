import worker
from queue_ import done, jobs

t = worker.start()
jobs.put({"id": 1, "text": "hi"})
jobs.put({"id": 2, "text": "hi", "model": "status-404"})
jobs.join()
jobs.put(None)
t.join()
for key in sorted(done):
    value = done[key]
    if "error" in value:
        print(key, "failed", value["error"]["status"])
    else:
        print(key, value["choices"][0]["message"]["content"], value["usage"]["total_tokens"])
