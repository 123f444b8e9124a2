import openai as ai

ai.api_key = "sk-alias-module"
ai.api_base = "https://alias.internal/v1"  # OAI105:1
chat = ai.ChatCompletion  # OAI104:8
errors = ai.error  # OAI104:10
