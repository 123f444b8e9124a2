import openai

# The API that edited texts was switched off.
fixed = openai.Edit.create(  # OAI102:9
    model="text-davinci-edit-001",
    input="What day of the wek is it?",  # disputed: OAI110:5
    instruction="Fix the spelling mistakes",  # disputed: OAI110:5
)
print(fixed["choices"][0]["text"])  # OAI112:7
