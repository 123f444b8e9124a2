# environment: LOCAL_LLM=https://llm.internal/v1
"""Ask the big one; when that refuses, the smaller one, and at last the box under the desk."""
import os

from providers.local import LocalProvider
from providers.hosted import HostedProvider
from providers.chain import Chain

chain = Chain([
    HostedProvider("status-429"),
    HostedProvider("status-503"),
    LocalProvider(os.environ["LOCAL_LLM"]),
])

if __name__ == "__main__":
    answer = chain.ask("Where is the ferry?")
    print(answer.text, answer.tokens)
    for line in chain.log:
        print("-", line)
