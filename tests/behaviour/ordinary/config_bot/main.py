# run: "What is new?"
import sys

import openai

import config
from utils import ask, banner


def main():
    openai.api_key = config.OPENAI_API_KEY
    banner(config.MODEL)
    for question in sys.argv[1:]:
        print(ask(question))


if __name__ == "__main__":
    main()
