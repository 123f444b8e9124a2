from models import use_local
from ask import ask

print(ask("one"))
with use_local("https://box.internal/v1"):
    print(ask("two"))
print(ask("three"))
