import openai


def edit(path, mask, prompt):
    with open(path, "rb") as image, open(mask, "rb") as hole:
        res = openai.images.edit(image=image, mask=hole, prompt=prompt, n=1, size="1024x1024")
    return res.data[0].url


def vary(path, count):
    result = openai.images.create_variation(image=open(path, "rb"), n=count, size="256x256")
    return [d.url for d in result.data]


print(edit("picture.png", "mask.png", "a sunlit pool"))
print(vary("picture.png", 2))
