import queue

jobs = queue.Queue()
done = {}
