# run: image "a red fox" --size 256x256
import argparse
import os
import openai


def cmd_chat(args):
    r = openai.ChatCompletion.create(model=args.model, messages=[{"role": "user", "content": args.text}])
    print(r.choices[0].message.content)


def cmd_image(args):
    r = openai.Image.create(prompt=args.text, n=args.n, size=args.size)
    for row in r["data"]:
        print(row["url"])


def cmd_embed(args):
    r = openai.Embedding.create(input=[args.text], model="text-embedding-ada-002")
    print(len(r["data"][0]["embedding"]))


def cmd_transcribe(args):
    with open(args.text, "rb") as audio:
        print(openai.Audio.transcribe("whisper-1", audio)["text"])


def main(argv=None):
    p = argparse.ArgumentParser(prog="oai")
    sub = p.add_subparsers(dest="cmd", required=True)
    for name, function in [("chat", cmd_chat), ("image", cmd_image), ("embed", cmd_embed), ("transcribe", cmd_transcribe)]:
        s = sub.add_parser(name)
        s.add_argument("text")
        s.add_argument("--model", default="gpt-3.5-turbo")
        s.add_argument("--size", default="512x512")
        s.add_argument("-n", type=int, default=2)
        s.set_defaults(function=function)
    args = p.parse_args(argv)
    openai.api_key = os.environ["OPENAI_API_KEY"]
    args.function(args)


main()
main(["chat", "hello", "--model", "gpt-4"])
main(["embed", "some words"])
main(["transcribe", "recording.mp3"])
