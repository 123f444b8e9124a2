import openai

openai.api_key = "sk-moderate"
texts = ["a nice day", "this is wrong", "I hate it"]
response = openai.Moderation.create(input=texts)
for text, result in zip(texts, response["results"]):
    flags = result["categories"]
    hits = [k for k in flags if flags[k]]
    print(f"{text:<15} {result['flagged']!s:<6} {','.join(hits)}")
    worst = max(result["category_scores"].values())
    print("  worst %.2f" % worst, result["category_scores"]["violence"], flags["hate"])
print(response["model"])
one = openai.Moderation.create("hello", model="text-moderation-stable")
print(one["results"][0]["flagged"], one.model)
