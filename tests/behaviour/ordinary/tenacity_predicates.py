import logging
import openai
import tenacity
from tenacity import retry_if_exception, retry_if_not_exception_type

openai.api_key = "sk-predicates"
tries = []


@tenacity.retry(
    retry=retry_if_not_exception_type((openai.error.InvalidRequestError, openai.error.AuthenticationError)),
    wait=tenacity.wait_none(), stop=tenacity.stop_after_attempt(2), reraise=True,
)
def embed(model):
    tries.append(model)
    return openai.Embedding.create(model=model, input="x")["data"][0]["index"]


@tenacity.retry(
    retry=retry_if_exception(lambda e: isinstance(e, openai.error.APIError) and e.http_status == 500),
    wait=tenacity.wait_none(), stop=tenacity.stop_after_attempt(2),
)
def complete(model):
    tries.append(model)
    return openai.Completion.create(model=model, prompt="x")["choices"][0]["text"]


for function, model in ((embed, "text-embedding-ada-002"), (embed, "status-400"), (embed, "status-429"), (complete, "status-500"), (complete, "status-429")):
    try:
        print(function(model))
    except tenacity.RetryError:
        print("retry error")
    except openai.error.OpenAIError as e:
        print("openai", e.http_status)
print(tries)
