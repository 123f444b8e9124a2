import openai

openai.api_key = "sk-tabs"


class Poet:
	def __init__(self, model="gpt-3.5-turbo"):
		self.model = model

	def write(self, topic):
		if topic:
			response = openai.ChatCompletion.create(
				model=self.model,
				messages=[
					{"role": "user", "content": "A poem about " + topic},
				],
				temperature=0.8,  # a little wild
			)
			return response["choices"][0]["message"]["content"]
		else:
			return None


poet = Poet()
for topic in ["rain", "", "snow"]:
	print(poet.write(topic))
