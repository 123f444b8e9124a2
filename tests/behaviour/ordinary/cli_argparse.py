# run: --key sk-from-the-command-line --temperature 0.1 "What is 2+2?" "And 3+3?"
# environment: OPENAI_API_KEY=
import argparse
import sys

import openai


def parse_args(argv=None):
    parser = argparse.ArgumentParser(description="Ask ChatGPT from the terminal")
    parser.add_argument("questions", nargs="+")
    parser.add_argument("--key", required=True, help="OpenAI API key")
    parser.add_argument("--model", default="gpt-3.5-turbo")
    parser.add_argument("--temperature", type=float, default=0.7)
    return parser.parse_args(argv)


def ask(question, model, temperature):
    response = openai.ChatCompletion.create(
        model=model,
        messages=[{"role": "user", "content": question}],
        temperature=temperature,
    )
    return response["choices"][0]["message"]["content"]


def main():
    args = parse_args()
    openai.api_key = args.key
    for number, question in enumerate(args.questions, 1):
        print(f"{number}. {ask(question, args.model, args.temperature)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
