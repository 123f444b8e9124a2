# run: --key sk-from-args --temperature 0.2 "Write a haiku"
import argparse
import sys

import openai


def parse_args(argv=None):
    parser = argparse.ArgumentParser(description="Ask GPT something")
    parser.add_argument("prompt")
    parser.add_argument("--key", default=None, help="API key")
    parser.add_argument("--model", default="gpt-4")
    parser.add_argument("--temperature", type=float, default=0.7)
    parser.add_argument("--org")
    return parser.parse_args(argv)


def main():
    args = parse_args()
    if args.key:
        openai.api_key = args.key
    if args.org:
        openai.organization = args.org

    try:
        completion = openai.ChatCompletion.create(  # OAI102:22
            model=args.model,
            temperature=args.temperature,
            messages=[{"role": "user", "content": args.prompt}],
        )
    except openai.error.AuthenticationError as err:  # OAI107:12
        print(f"bad key: {err}", file=sys.stderr)
        return 2
    except openai.error.OpenAIError as err:  # OAI107:12
        print("something went wrong", file=sys.stderr)
        return 1

    print(completion.choices[0].message["content"].strip())  # OAI112:11
    print("tokens:", completion["usage"]["total_tokens"])  # OAI112:22
    return 0


if __name__ == "__main__":
    sys.exit(main())
