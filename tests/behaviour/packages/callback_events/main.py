from bus import bus
import subscribers  # noqa: F401
from llm import ask

ask("events")
bus.emit("summary")
