from cache import EmbeddingCache

cache = EmbeddingCache("cache.pkl")
print(cache.get("tide")[:2], cache.get("tide")[:2], cache.misses)
again = EmbeddingCache("cache.pkl")
print(again.get("tide")[1], again.misses, len(again))
