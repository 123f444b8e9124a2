#!/usr/bin/env python3
# run: --key sk-from-the-command-line --model gpt-4 --temperature 0.3 "The cat sat on the mat."
"""Summarize a text given on the command line."""
import argparse
import sys

import openai


def summarize(text, model, temperature):
    completion = openai.ChatCompletion.create(  # OAI102:18
        model=model,
        temperature=temperature,
        messages=[{"role": "user", "content": f"Summarize: {text}"}],
    )
    return completion.choices[0].message["content"]  # OAI112:12


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("text")
    parser.add_argument("--key", required=True)
    parser.add_argument("--model", default="gpt-3.5-turbo")
    parser.add_argument("--temperature", type=float, default=0)
    args = parser.parse_args(argv)

    openai.api_key = args.key
    print(summarize(args.text, args.model, args.temperature))
    return 0


if __name__ == "__main__":
    sys.exit(main())
