from compat import complete
from oldside import vector

print(complete("half"))
print(vector("half")[:2])
