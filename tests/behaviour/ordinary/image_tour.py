import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")


def urls(response):
    return [image["url"] for image in response["data"]]


try:
    created = openai.Image.create(prompt="a white siamese cat", n=1, size="1024x1024")
    print(created['data'][0]['url'])

    edited = openai.Image.create_edit(
        image=open("picture.png", "rb"),
        mask=open("mask.png", "rb"),
        prompt="A sunlit indoor lounge area with a pool containing a flamingo",
        n=1,
        size="1024x1024"
    )
    print(edited['data'][0]['url'])

    varied = openai.Image.create_variation(
        image=open("picture.png", "rb"),
        n=2,
        size="512x512",
    )
    for u in urls(varied):
        print(u)
except openai.error.OpenAIError as e:
    print(e.http_status)
    print(e.error)
