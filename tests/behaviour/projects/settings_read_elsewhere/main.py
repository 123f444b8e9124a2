# fix: asks.py
# environment: KIND=gateway
import asks
import kinds

kinds.choose()
print(len(asks.vector("tide")))
