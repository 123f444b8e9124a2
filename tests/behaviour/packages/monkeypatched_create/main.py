import audit
from ask import ask

audit.install()
print(ask("one"))
print(ask("two"))
print(audit.calls)
audit.remove()
print(ask("three"), len(audit.calls))
