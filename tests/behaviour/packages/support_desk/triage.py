from llm import chat, text_of

LABELS = ["billing", "bug", "other"]


def triage(ticket):
    resp = chat(
        [
            {"role": "system", "content": "Classify the ticket: " + ", ".join(LABELS)},
            {"role": "user", "content": ticket["body"]},
        ],
        request_timeout=20,
    )
    return {"id": ticket["id"], "label": text_of(resp), "tokens": resp.usage.total_tokens, "model": resp.get("model")}


def summarise(tickets):
    joined = "\n".join(t["body"] for t in tickets)
    resp = chat([{"role": "user", "content": f"Summarise: {joined}"}], model="status-429-2")
    return text_of(resp), resp["usage"]
