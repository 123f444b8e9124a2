from pay import charge
from ask import ask

print(ask("hello"))
print(charge("tide"))
