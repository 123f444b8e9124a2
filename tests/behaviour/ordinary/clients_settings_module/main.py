from shop import settings
from shop.answers import answer
from shop.search import closest

print(answer("Do you ship to Norway?"))
print(closest("boots", ["shoes", "hats"]), settings.MODEL)
