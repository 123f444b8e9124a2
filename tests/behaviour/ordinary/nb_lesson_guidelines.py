#!/usr/bin/env python
# coding: utf-8

# # Guidelines for Prompting
# In this lesson, you'll practice two prompting principles.

# In[1]:


import openai
import os

openai.api_key  = os.getenv('OPENAI_API_KEY')


# #### helper function

# In[2]:


def get_completion(prompt, model="gpt-3.5-turbo"):
    messages = [{"role": "user", "content": prompt}]
    response = openai.ChatCompletion.create(
        model=model,
        messages=messages,
        temperature=0, # this is the degree of randomness of the model's output
    )
    return response.choices[0].message["content"]


# In[3]:


text = f"""
You should express what you want a model to do by \
providing instructions that are as clear and \
specific as you can possibly make them.
"""
prompt = f"""
Summarize the text delimited by triple backticks \
into a single sentence.
```{text}```
"""
response = get_completion(prompt)
print(response)


# In[4]:


for i, tone in enumerate(["formal", "angry"]):
    response = get_completion(f"Write in a {tone} tone: hi", model="gpt-4")
    print(i, response, "\n")
