# order: any
import threading

from per_thread import ask, local

said = {}


def work(name):
    local.key = "sk-" + name
    said[name] = ask(name)


threads = [threading.Thread(target=work, args=(n,)) for n in ("ann", "bob")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(said.items()))
