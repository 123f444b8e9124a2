# fix: --unsafe-fixes .
# environment: AZURE_AD=1 TOKEN=token-1
import settings
from asks import vector

print(settings.where(), len(vector("tide")))
