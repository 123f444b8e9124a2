import os

AZURE = {
    "type": "azure",
    "key": os.environ["AZURE_OPENAI_KEY"],
    "endpoint": os.environ["AZURE_OPENAI_ENDPOINT"],
    "version": os.environ.get("AZURE_OPENAI_API_VERSION", "2023-05-15"),
}
CHAT_DEPLOYMENT = "chat"
EMBEDDING_DEPLOYMENT = "vectors"
