import csv
import io
import json
import logging
import os
import sys
from typing import Iterator

import openai
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_random_exponential

logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
logger = logging.getLogger("labels")
logger.setLevel(logging.INFO)
openai.api_key = os.environ["OPENAI_API_KEY"]

REVIEWS = """id,review
1,Great tent
2,Broke after a day
3,It is fine
"""
LABELS = ["positive", "negative", "neutral"]


@retry(
    retry=retry_if_exception_type(
        (
            openai.error.APIError,
            openai.error.APIConnectionError,
            openai.error.RateLimitError,
            openai.error.Timeout,
            openai.error.ServiceUnavailableError,
        )
    ),
    wait=wait_random_exponential(multiplier=0.001, max=0.01),
    stop=stop_after_attempt(5),
    before_sleep=before_sleep_log(logger, logging.DEBUG),
    reraise=True,
)
def label(review: str, model: str = "gpt-3.5-turbo") -> dict:
    response = openai.ChatCompletion.create(
        model=model,
        messages=[
            {"role": "system", "content": "Label the review with one of: " + ", ".join(LABELS)},
            {"role": "user", "content": review},
        ],
        temperature=0,
    )
    return {
        "label": response["choices"][0]["message"]["content"],
        "tokens": response["usage"]["total_tokens"],
        "model": response["model"],
    }


def rows() -> Iterator[dict]:
    yield from csv.DictReader(io.StringIO(REVIEWS))


def main() -> None:
    total = 0
    for row in rows():
        result = label(row["review"], "status-429-2" if row["id"] == "2" else "gpt-3.5-turbo")
        total += result.pop("tokens")
        print(json.dumps({**row, **result}))
    logger.info("%d tokens", total)
    try:
        label("x", "status-400")
    except openai.error.InvalidRequestError as e:
        logger.error("refused: %s", e)


if __name__ == "__main__":
    main()
