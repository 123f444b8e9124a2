import openai

openai.api_base = "https://gateway.internal/v1"
openai.api_key = "sk-gateway"
