# In[1]:
import openai, os
openai.api_key = os.environ["OPENAI_API_KEY"]

# In[2]:
def get_completion_from_messages(messages, model="gpt-3.5-turbo", temperature=0):
    response = openai.ChatCompletion.create(
        model=model,
        messages=messages,
        temperature=temperature,
    )
#     print(str(response.choices[0].message))
    return response.choices[0].message["content"]

# In[3]:
context = [ {'role':'system', 'content':"""
You are OrderBot, an automated service to collect orders for a pizza restaurant. \
You first greet the customer, then collects the order. \
"""} ]  # accumulate messages

def collect_messages(prompt):
    context.append({'role':'user', 'content':f"{prompt}"})
    response = get_completion_from_messages(context)
    context.append({'role':'assistant', 'content':f"{response}"})
    return response

# In[4]:
print(collect_messages("Hi, I would like a pizza"))
print(collect_messages("large, with mushrooms"))

# In[5]:
messages =  context.copy()
messages.append(
{'role':'system', 'content':'create a json summary of the previous food order.'},
)
response = get_completion_from_messages(messages, temperature=0.3)
print(response)
print(len(context))
