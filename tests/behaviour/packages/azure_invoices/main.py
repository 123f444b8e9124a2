# environment: AZURE_OPENAI_KEY=key-for-tests AZURE_OPENAI_ENDPOINT=https://press.openai.azure.com/ OPENAI_API_KEY= OPENAI_API_BASE= OPENAI_BASE_URL=
import json

from extract import extract, similar

print(json.dumps(extract("Invoice 12 of May 3rd: 40 EUR"), indent=2))
print(similar("invoice", "bill"))
