"""Who used how much. Nothing here knows where the numbers come from."""
import json

_entries = {}


def book(user, entry):
    _entries.setdefault(user, []).append(entry)


def bill(user):
    total = 0
    for entry in _entries.get(user, []):
        total += entry["usage"]["prompt_tokens"]
    return total


def save(path):
    with open(path, "w") as out:
        json.dump(_entries, out, indent=1, sort_keys=True)
