# environment: OPENAI_API_KEY=
"""The library is imported before a key is known."""
import openai
import helpers

with open("secret.env") as f:
    for line in f:
        name, _, value = line.strip().partition("=")
        if name == "OPENAI_KEY":
            openai.api_key = value

print(helpers.shout("quiet"))
print(helpers.check("something wrong"))
