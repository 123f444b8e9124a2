from tools import TOOLS, run

for name in sorted(TOOLS):
    print(name, run(name, "the sea"))
