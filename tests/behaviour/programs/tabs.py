import openai

class Chat:
	def __init__(self, system):
		self.log = [{"role": "system", "content": system}]

	def __call__(self, text):
		self.log.append({"role": "user", "content": text})
		try:
			out = openai.ChatCompletion.create(	# OAI102:10
				model = "gpt-4",
				messages = self.log,
				request_timeout = 20,	# OAI110:5
			)
		except openai.error.OpenAIError as e:	# OAI107:10
			return "error %s" % e.http_status	# OAI108:24
		message = out['choices'][0]['message']	# OAI112:13
		self.log.append({"role": message['role'], "content": message['content']})	# OAI112:28 OAI112:56
		return message['content']	# OAI112:10

chat = Chat("Tabs only.")
print(chat("with tabs"))
print(chat("again"), len(chat.log))
