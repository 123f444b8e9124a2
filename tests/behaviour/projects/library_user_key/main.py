# fix: library
# environment: OPENAI_API_KEY=
import asyncio

import library
import openai

openai.api_key = "sk-of-the-user"
openai.organization = "org-of-the-user"
print(len(asyncio.run(library.vector("tide"))))
