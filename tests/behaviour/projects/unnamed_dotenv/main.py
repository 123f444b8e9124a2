# fix: .
import env
from asker import ask

env.load(".env")
print(ask("from the file"))
