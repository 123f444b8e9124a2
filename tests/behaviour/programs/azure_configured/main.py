# environment: AZ_KEY=pack-key AZ_ENDPOINT=https://pack.openai.azure.com
from core import llm
from core.config import Config

config = Config.from_env()
llm.configure(config)
print(llm.chat("hi"))
print(len(llm.embed(["a", "b", "c"])))
