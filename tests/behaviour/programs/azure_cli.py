# run: --deployment docs-chat --question "What is in the docs?"
# environment: AOAI_KEY=aoai-key AOAI_RESOURCE=contoso-docs
"""Ask a deployment on Azure a question."""
import argparse
import os
import sys

import openai

API_VERSION = "2023-03-15-preview"


def setup():
    openai.api_type = "azure"  # OAI306:5
    resource = os.environ["AOAI_RESOURCE"]
    openai.api_base = f"https://{resource}.openai.azure.com"  # OAI105:5
    openai.api_version = API_VERSION  # OAI307:5
    openai.api_key = os.environ["AOAI_KEY"]


def main(argv):
    p = argparse.ArgumentParser()
    p.add_argument("--deployment", required=True)
    p.add_argument("--question", required=True)
    p.add_argument("--max-tokens", type=int, default=800)
    a = p.parse_args(argv)
    setup()
    try:
        completion = openai.ChatCompletion.create(  # OAI102:22
            engine=a.deployment,  # OAI110:13
            messages=[{"role": "system", "content": "Answer from the docs."}, {"role": "user", "content": a.question}],
            temperature=0.7,
            max_tokens=a.max_tokens,
            top_p=0.95,
            frequency_penalty=0,
            presence_penalty=0,
            stop=None,
        )
    except openai.error.APIError as e:  # OAI107:12 OAI109:12
        sys.exit(f"the service failed: {e}")
    except openai.error.AuthenticationError:  # OAI107:12
        sys.exit("the key is not taken")
    except openai.error.APIConnectionError:  # OAI107:12 OAI109:12
        sys.exit("nobody answers")
    except openai.error.InvalidRequestError:  # OAI107:12
        sys.exit("it was refused")
    except openai.error.RateLimitError:  # OAI107:12
        sys.exit("too many questions")
    except openai.error.ServiceUnavailableError:  # OAI107:12
        sys.exit("the service is busy")
    except openai.error.Timeout:  # OAI107:12
        sys.exit("it took too long")
    print(completion.choices[0].message.content)


if __name__ == "__main__":
    main(sys.argv[1:])
