from bot import reply
from guard import Blocked, check, moderate

for text in ("hello there", "I hate you"):
    try:
        print(reply(text, persona="poet"))
    except Blocked as e:
        print(e, e.categories)
print(check("fine"))
res = moderate("wrong")
print(res.flagged, dict(res["category_scores"]))
print(sorted(res["categories"]), "hate" in res["categories"])
