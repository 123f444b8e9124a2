import openai


def edit(path, mask, prompt):
    with open(path, "rb") as image, open(mask, "rb") as hole:
        res = openai.Image.create_edit(image=image, mask=hole, prompt=prompt, n=1, size="1024x1024")  # OAI102:15
    return res["data"][0]["url"]  # OAI112:12


def vary(path, count):
    result = openai.Image.create_variation(image=open(path, "rb"), n=count, size="256x256")  # OAI102:14
    return [d["url"] for d in result["data"]]  # OAI112:13 OAI112:31


print(edit("picture.png", "mask.png", "a sunlit pool"))
print(vary("picture.png", 2))
