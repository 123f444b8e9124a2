# environment: OPENAI_API_KEY=
"""The key is in a file which this program also makes, as an installer would."""
import openai
from pathlib import Path

KEY_FILE = Path("openai.key")


def load_key():
    with open(KEY_FILE) as handle:
        openai.api_key = handle.readline().strip()


def ask(prompt):
    if openai.api_key is None:
        load_key()
    r = openai.Completion.create(model="text-davinci-003", prompt=prompt, max_tokens=16)  # OAI102:9
    return r.choices[0].text.strip()


KEY_FILE.write_text("sk-from-a-file\n# a comment\n")
print(ask("Roses are red"))
print(ask("Violets are blue"))
