import json

from calls import ask, paint
from report import report
from store import store

ask("one")
ask("two")
paint("a boat")
print(report())
print(len(json.loads(store.dump())))
