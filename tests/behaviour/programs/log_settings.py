import openai

openai.log = "info"  # OAI106:1
openai.debug = False  # OAI106:1
openai.app_info = {"name": "tests", "version": "1", "url": None}  # OAI106:1
openai.verify_ssl_certs = True  # OAI106:1
print(openai.Model.retrieve("gpt-4o")["id"])  # OAI102:7 OAI112:7
print(openai.log, openai.debug)  # OAI106:7 OAI106:19
