import os

import openai


def setup(args):
    if args.azure:
        openai.api_type = "azure"
        openai.api_version = "2023-05-15"
        openai.api_base = f"https://{args.resource}.openai.azure.com/"
        openai.api_key = os.environ["AZURE_KEY"]
    else:
        openai.api_key = os.environ["OPENAI_API_KEY"]
