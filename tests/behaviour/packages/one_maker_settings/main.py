# environment: EAST_KEY=az-east WEST_KEY=az-west
import ask
import embed
import settings

for region in ("east", "west"):
    settings.use(region)
    print(region, ask.ask("where?"), embed.embed("tide"))
