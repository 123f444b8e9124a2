from app import create_app

app = create_app()
for path, payload in (("/chat", {"message": "Hello"}), ("/chat", {}), ("/embed", {"texts": ["a", "b"]}), ("/fail", {})):
    print(path, app.call(path, payload))
