import openai

import bus
import listeners  # noqa: F401  registers itself

reply = openai.Image.create(prompt="a lighthouse", n=2, size="256x256")
bus.publish("images", prompt="a lighthouse", reply=reply)
bus.publish("done", count=len(reply["data"]))
