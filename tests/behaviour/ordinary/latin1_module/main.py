import os
import openai
from french import resume

openai.api_key = os.environ["OPENAI_API_KEY"]
print(ascii(resume("a la plage")))
