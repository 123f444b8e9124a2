import os

import openai

import joke
import test_joke

test_joke.test_joke()
print("test_joke ok")
test_joke.test_module()
print("test_module ok")
openai.api_key = os.environ["OPENAI_API_KEY"]
print(joke.joke("dogs"))
