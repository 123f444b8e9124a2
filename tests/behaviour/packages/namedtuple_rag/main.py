from ingest import ingest
from store import Store
from answer import answer

store = Store()
ingest(store, ["tides.txt", "boats.txt"])
print(answer(store, "When is high tide?"))
print([(h.source, round(h.score, 3)) for h in store.search("boat", 2)])
