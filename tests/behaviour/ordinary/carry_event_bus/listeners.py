import bus


@bus.on("images")
def show(payload):
    print(payload["prompt"])
    for number, image in enumerate(payload["reply"]["data"], 1):
        print(number, image["url"])


@bus.on("done")
def count(payload):
    print("done:", payload["count"])
