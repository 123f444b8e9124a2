# environment: AZURE_KEY=az-several
from clients import azure, local, plain

print(plain("one"), azure("two"), local("three"))
