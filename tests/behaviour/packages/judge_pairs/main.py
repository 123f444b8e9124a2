from concurrent.futures import ThreadPoolExecutor, as_completed
# order: any

from judge import compare

pairs = [("a", "b"), ("c", "d"), ("e", "f")]
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(compare, *pair): pair for pair in pairs}
    results = {}
    for future in as_completed(futures):
        results[futures[future]] = future.result()
for pair in pairs:
    result = results[pair]
    print(pair, result.verdict, result.raw.choices[0].finish_reason, result.raw["usage"]["total_tokens"])
