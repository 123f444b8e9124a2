import json
import operator
from types import SimpleNamespace

import openai
from frames import Frame, hang

album = json.loads('{"title": "sea", "pages": []}')
page = album
page["cover"] = openai.Image.create(prompt="a lighthouse", size="256x256")
print(album["title"], album["cover"]["data"][0]["url"])

frame = Frame("north wall")
for name, prompt in (("left", "a boat"), ("right", "a gull")):
    setattr(frame, name, openai.Image.create(prompt=prompt, n=2))
hang(frame)

shelf = {}
operator.setitem(shelf, "last", openai.Image.create(prompt="the last one"))
print(operator.itemgetter("last")(shelf)["data"][0]["url"])

space = SimpleNamespace()
vars(space)["found"] = openai.Image.create(prompt="in a space")
print(space.found["created"], len(space.found["data"]))
