"""What the other modules of the program need, set in one place."""

import os

import openai

openai.organization = "org-example"
openai.api_key_path = os.path.expanduser("~/.openai-key")
openai.proxy = {"https": "http://proxy.corp.example:8080"}
os.environ["OPENAI_API_BASE"] = "https://gateway.corp.example/v1"
