# input: hello|/poem rain|/nothing|/quit
import sys
from bot.core import Bot

bot = Bot(sys.argv[1:] or ["sk-modes"])
for line in sys.stdin.read().splitlines():
    answer = bot.handle(line)
    if answer is None:
        print("bye")
        break
    print(answer)
