def render(turns):
    out = []
    for number, turn in enumerate(turns, 1):
        reason = turn.response["choices"][0].get("finish_reason", "?")
        out.append(f"{number}. {turn.question} -> {turn.answer} ({reason})")
    return "\n".join(out)
