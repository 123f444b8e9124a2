# fix: .
import json

names = {}
for cell in json.load(open("chat.ipynb"))["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), "cell", "exec"), names)
