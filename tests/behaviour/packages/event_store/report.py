from store import store


def report():
    return {
        "tokens": sum(u["total_tokens"] for u in store.of("usage")),
        "texts": [r["choices"][0]["message"]["content"] for r in store.of("chat")],
        "urls": [i["url"] for i in store.of("image")],
    }
