def summary(trail):
    tokens = sum(entry["usage"]["total_tokens"] for entry in trail.entries)
    return "%d written, %d kept, %d tokens" % (trail.written, len(trail.entries), tokens)


def worst(trail):
    entry = max(trail.entries, key=lambda entry: entry["usage"]["prompt_tokens"])
    return entry["user"], entry["usage"].get("completion_tokens", 0), entry["finish"]
