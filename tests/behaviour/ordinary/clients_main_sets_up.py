# run: --key sk-from-the-line Hello World
import argparse

import openai


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("--key", required=True)
    parser.add_argument("words", nargs="+")
    return parser.parse_args()


def complete(word):
    reply = openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=word)
    return reply["choices"][0]["text"]


def main():
    options = parsed()
    openai.api_key = options.key
    openai.organization = "org-of-main"
    for word in options.words:
        print(complete(word))


if __name__ == "__main__":
    main()
