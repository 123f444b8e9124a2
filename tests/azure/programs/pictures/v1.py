"""Draw a picture."""

import base64
import os

from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.images.generate(
    model="painter",
    prompt="A lighthouse in the fog",
    size="1024x1024",
    n=1,
)
picture = base64.b64decode(reply.data[0].b64_json)
print(len(picture), "bytes")
