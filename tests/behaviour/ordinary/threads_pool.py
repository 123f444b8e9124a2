# order: any
import concurrent.futures as cf
import openai

openai.api_key = "sk-threads"


def translate(word, lang):
    res = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "system", "content": "to " + lang}, {"role": "user", "content": word}],
        request_timeout=30,
    )
    return res["choices"][0]["message"]["content"]


pairs = [("dog", "fr"), ("cat", "de"), ("cow", "it")]
with cf.ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(translate, w, l): (w, l) for w, l in pairs}
    results = {}
    for future in cf.as_completed(futures):
        results[futures[future]] = future.result()
for pair in pairs:
    print(pair, results[pair])
print(sorted(pool_result for pool_result in map(lambda p: translate(*p), [("owl", "es")])))
