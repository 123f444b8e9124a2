from ask import ask
from stub import stub

print(ask("real"))
print(ask("stubbed", create=stub))
