from site_app import app

for path, query in (("/chat", {"q": "hi"}), ("/chat", {"q": "x", "model": "status-429"}), ("/chat", {"model": "status-401", "q": "x"}), ("/judge", {"q": "wrong"})):
    print(app.get(path, **query))
