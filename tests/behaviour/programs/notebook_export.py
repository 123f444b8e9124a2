#!/usr/bin/env python
# coding: utf-8

# # Exploring the API

# In[1]:


import os
import openai
openai.api_key = os.environ['OPENAI_API_KEY']


# In[2]:


response = openai.Completion.create(model="text-davinci-003", prompt="Say this is a test", temperature=0, max_tokens=7)  # OAI102:12
response


# In[3]:


print(response)


# In[4]:


texts = [choice.text for choice in response.choices]
texts[0].strip()
print(texts)


# In[5]:


models = openai.Model.list()  # OAI102:10
print([m["id"] for m in models["data"]])  # OAI112:8 OAI112:25
model_ids = [m.id for m in models.data]
print(len(model_ids))
