from openai import ChatCompletion as CC, Embedding as E
from openai.error import InvalidRequestError as Bad
import settings  # noqa: F401

def say(t, **k):
    return CC.create(model=settings.M, messages=[dict(role="user", content=t)], **k)

r = say("short", temperature=0)
print(r.choices[0].message.content, E.create(input=["x"], model="text-embedding-ada-002")["data"][0]["index"])
try:
    CC.create(model=settings.M)
except Bad as b:
    print("bad", b.param, b.http_status)
