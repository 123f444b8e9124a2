import openai


class ChatReadRetrieveReadApproach:
    prompt_prefix = "Answer ONLY with the facts listed in the list of sources below.\n{sources}"

    def __init__(self, search, chatgpt_deployment, gpt_deployment, embedding_deployment):
        self.search = search
        self.chatgpt_deployment = chatgpt_deployment
        self.gpt_deployment = gpt_deployment
        self.embedding_deployment = embedding_deployment

    def run(self, history, overrides):
        question = history[-1]["user"]
        completion = openai.Completion.create(
            engine=self.gpt_deployment,
            prompt="Generate a search query for: " + question,
            temperature=0.0,
            max_tokens=32,
            n=1,
            stop=["\n"])
        q = completion.choices[0].text
        query_vector = openai.Embedding.create(engine=self.embedding_deployment, input=q)["data"][0]["embedding"]
        results = self.search(q, query_vector, overrides.get("top") or 3)
        completion = openai.ChatCompletion.create(
            engine=self.chatgpt_deployment,
            messages=[
                {"role": "system", "content": self.prompt_prefix.format(sources="\n".join(results))},
                {"role": "user", "content": question},
            ],
            temperature=overrides.get("temperature") or 0.7,
            max_tokens=1024,
            n=1)
        return {"data_points": results, "answer": completion.choices[0].message.content, "thoughts": f"Searched for: {q}"}
