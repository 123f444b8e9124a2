# input: diff --git a/x b/x|+new line|-old line
import os, sys
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.organization = os.environ.get("OPENAI_ORG", "org-default")

SYSTEM = (
    "You write git commit messages. "
    "Use the imperative mood."
)


def generate_commit_message(diff: str, candidates: int = 1) -> list:
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[
            {"role": "system", "content": SYSTEM},
            {"role": "user", "content": diff},
        ],
        n=candidates,
        temperature=0.5,
    )
    return [choice["message"]["content"].strip().strip('"') for choice in response["choices"]]


def main() -> int:
    diff = sys.stdin.read()
    if not diff.strip():
        print("nothing staged", file=sys.stderr)
        return 1
    messages = generate_commit_message(diff, candidates=2)
    for i, m in enumerate(messages):
        print(f"[{i}] {m.splitlines()[0]}")
    return 0


raise SystemExit(main())
