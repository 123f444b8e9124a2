# run: --org org-cli image "a green door" --size 256x256
"""One command for several services."""
import argparse

import openai


def cmd_chat(args):
    r = openai.ChatCompletion.create(model=args.model, messages=[{"role": "user", "content": args.text}])  # OAI102:9
    print(r["choices"][0]["message"]["content"])  # OAI112:11


def cmd_image(args):
    r = openai.Image.create(prompt=args.text, size=args.size)  # OAI102:9
    print(*[item["url"] for item in r["data"]], sep="\n")  # OAI112:13 OAI112:37


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--org")
    sub = parser.add_subparsers(dest="command", required=True)
    chat = sub.add_parser("chat")
    chat.add_argument("text")
    chat.add_argument("--model", default="gpt-4")
    chat.set_defaults(run=cmd_chat)
    image = sub.add_parser("image")
    image.add_argument("text")
    image.add_argument("--size", default="1024x1024")
    image.set_defaults(run=cmd_image)
    args = parser.parse_args()
    if args.org:
        openai.organization = args.org
    args.run(args)


main()
