import openai

import errors

openai.api_key = "sk-gate"


def publish(text):
    verdict = openai.Moderation.create(input=text)
    if verdict["results"][0]["flagged"]:
        raise errors.Refused(text, verdict)
    print("published:", text, verdict["results"][0]["categories"]["hate"])
