import openai as _o

M = "gpt-4"
_o.api_key = "sk-short"
_o.organization = "org-short"
