import queue
import threading

from worker import work

STOP = object()


class Pipeline:
    def __init__(self, workers, sink):
        self.jobs = queue.Queue()
        self.done = queue.Queue()
        self.sink = sink
        self.threads = [threading.Thread(target=work, args=(self.jobs, self.done, STOP)) for _ in range(workers)]

    def run(self, texts):
        for t in self.threads:
            t.start()
        for text in texts:
            self.jobs.put({"text": text})
        for _ in self.threads:
            self.jobs.put(STOP)
        for t in self.threads:
            t.join()
        while not self.done.empty():
            self.sink(self.done.get_nowait())
