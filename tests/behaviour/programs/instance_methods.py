"""Objects of 0.x that are asked themselves."""
import openai

engine = openai.Engine("ada")  # OAI102:10
print(type(engine).__name__)
model = openai.Model.retrieve("text-embedding-3-small")  # OAI102:9
print(model.id, model["object"], model.openai_id)  # OAI112:17 OAI113:34
