# fix: --unsafe-fixes .
import openai

import settings

print(settings.KIND)
print(openai.Moderation.create(input="is this rude?")["results"][0]["flagged"])
