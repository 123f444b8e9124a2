# run: --azure --deployment chat --resource mine "How deep?"
# environment: AZURE_KEY=az-flag
import argparse

from asker import ask
from setup_openai import setup


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("question")
    parser.add_argument("--azure", action="store_true")
    parser.add_argument("--resource")
    parser.add_argument("--deployment", default=None)
    args = parser.parse_args()
    setup(args)
    print(ask(args.question, args.deployment if args.azure else None))


if __name__ == "__main__":
    main()
