import openai


def azure(prompt):
    return openai.ChatCompletion.create(  # OAI102:12
        api_type="azure",  # OAI306:9
        api_base="https://mixed.openai.azure.com",  # OAI110:9
        api_version="2023-05-15",  # OAI110:9
        api_key="azure-key",  # OAI110:9
        engine="helper",  # OAI110:9
        messages=[{"role": "user", "content": prompt}],
    ).choices[0].message.content


def plain(prompt):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": prompt}]).choices[0].message.content  # OAI102:12


print(azure("one"))
print(plain("two"))
print(azure("three"))
