"""Sort support tickets with a deployment on Azure."""

import os

import openai

openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]
openai.api_key = os.environ["AZURE_OPENAI_KEY"]


class Triage:
    """Give a ticket one of the queues."""

    def __init__(self, queues, client=openai):
        self.queues = queues
        self.client = client
        self.options = {"engine": "triage-gpt4", "temperature": 0}

    def queue_of(self, ticket):
        """Name the queue for the text of a ticket."""
        prompt = f"Answer with one of {', '.join(self.queues)}.\n\n{ticket}"
        reply = self.client.ChatCompletion.create(
            messages=[{"role": "user", "content": prompt}],
            **self.options,
        )
        return reply.choices[0].message.content


def deployments():
    """List the deployments of the resource."""
    return [row["id"] for row in openai.Deployment.list()["data"]]
