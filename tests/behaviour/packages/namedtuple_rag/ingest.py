def ingest(store, names):
    for name in names:
        with open(name) as f:
            store.add(name, [s.strip() for s in f.read().split(".") if s.strip()])
