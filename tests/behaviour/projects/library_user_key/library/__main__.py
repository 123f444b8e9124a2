import asyncio
import sys

import library

print(asyncio.run(library.vector(sys.argv[1])))
