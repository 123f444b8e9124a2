# fix: bot.ipynb
import json

with open("bot.ipynb") as file:
    cells = json.load(file)["cells"]
names = {}
for cell in cells:
    source = "".join(cell["source"]).replace("openai.api_key = <your key>", "openai.api_key = 'sk-filled-in'")
    if cell["cell_type"] == "code":
        exec(source, names)
print("cells", len(cells))
