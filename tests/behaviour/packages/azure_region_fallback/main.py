# environment: EAST_KEY=az-east WEST_KEY=az-west
from regions import REGIONS, ask

print(ask("where?", REGIONS))
print(ask("again?", reversed(REGIONS)))
