# fix: app
import boot  # noqa: F401
from app.asker import ask

print(ask("through the gateway"))
