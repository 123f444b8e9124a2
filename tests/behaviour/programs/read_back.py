import sys
import openai


def check_setup():
    if not openai.api_key:
        print("no key")
        sys.exit(2)
    shown = openai.api_key[:3] + "*" * (len(openai.api_key) - 3)
    print(f"key {shown}, base {openai.api_base}, org {openai.organization!r}")  # OAI105:32


check_setup()
models = openai.Model.list()  # OAI102:10
for m in models["data"]:  # OAI112:10
    print("-", m["id"], m.owned_by)  # OAI112:16
