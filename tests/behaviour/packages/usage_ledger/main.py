from ledger import ledger
from calls import chat, embed

chat("one")
chat("two")
embed("three")
print(ledger.report())
