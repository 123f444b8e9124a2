# run: --file train.jsonl --dry
"""Generate synthetic data with GPT."""
import argparse
import json
import os
import sys

import openai


def parse():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--file", required=True)
    p.add_argument("--model", default="gpt-3.5-turbo")
    p.add_argument("--key", default=os.getenv("OPENAI_API_KEY"))
    p.add_argument("--base", default=None)
    p.add_argument("--dry", action="store_true")
    return p.parse_args()


def main():
    args = parse()
    if not args.key:
        sys.exit("no key")
    openai.api_key = args.key
    if args.base:
        openai.api_base = args.base
    with open(args.file) as f:
        rows = [json.loads(line) for line in f]
    for row in rows:
        res = openai.ChatCompletion.create(model=args.model, messages=row["messages"])
        row["messages"].append(res["choices"][0]["message"])
        if args.dry:
            print(json.dumps(row))
        else:
            with open("out.jsonl", "a") as out:
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
