import openai

from ask import ask


def charge(text):
    try:
        return "1 " + ask(text) + str(len(openai.Embedding.create(input=text, model="text-embedding-ada-002")["data"]))
    except openai.error.SignatureVerificationError as e:
        return e.sig_header
    except openai.error.InvalidAPIType:
        return "type"
