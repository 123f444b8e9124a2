# %% [markdown]
# # Question answering using embeddings

# %%
import ast  # for converting embeddings saved as strings back to lists
import openai  # for calling the OpenAI API
import csv, math

EMBEDDING_MODEL = "text-embedding-ada-002"
GPT_MODEL = "gpt-3.5-turbo"

# %%
sections = ["Curling was won by Italy.", "Bobsleigh was won by Germany.", "Skating took a week."]
with open("sections.csv", "w", newline="") as f:
    w = csv.writer(f)
    w.writerow(["text", "embedding"])
    for s, e in zip(sections, openai.Embedding.create(model=EMBEDDING_MODEL, input=sections)["data"]):
        w.writerow([s, e["embedding"]])

# %%
with open("sections.csv", newline="") as f:
    df = [(row["text"], ast.literal_eval(row["embedding"])) for row in csv.DictReader(f)]

# %%
def strings_ranked_by_relatedness(query, relatedness_fn=lambda x, y: sum(a * b for a, b in zip(x, y)), top_n=100):
    """Returns a list of strings and relatednesses, sorted from most related to least."""
    query_embedding_response = openai.Embedding.create(
        model=EMBEDDING_MODEL,
        input=query,
    )
    query_embedding = query_embedding_response["data"][0]["embedding"]
    pairs = [(text, relatedness_fn(query_embedding, e)) for text, e in df]
    pairs.sort(key=lambda x: x[1], reverse=True)
    strings, relatednesses = zip(*pairs)
    return strings[:top_n], relatednesses[:top_n]

# %%
def ask(query, model=GPT_MODEL, print_message=False):
    message = "\n".join(strings_ranked_by_relatedness(query, top_n=2)[0]) + f"\n\nQuestion: {query}"
    if print_message:
        print(message)
    messages = [{"role": "system", "content": "You answer questions."}, {"role": "user", "content": message}]
    response = openai.ChatCompletion.create(model=model, messages=messages, temperature=0)
    response_message = response["choices"][0]["message"]["content"]
    return response_message

# %%
print(ask("Who won curling?", print_message=True))
