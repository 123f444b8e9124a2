from openai import util  # OAI101:20
from openai.openai_object import OpenAIObject  # OAI101:34
import openai

r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "util"}])  # OAI102:5
plain = util.convert_to_dict(r)  # OAI102:9
print(type(plain).__name__, plain["choices"][0]["message"])
print(isinstance(r, OpenAIObject), isinstance(plain, OpenAIObject))  # OAI104:21 OAI104:54
