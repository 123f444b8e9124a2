from .conf import openai
