# environment: AZ_NAME=tailspin AZ_KEY=az-setup
import os
import openai


def setup_openai():
    """Configure once."""
    openai.api_type = "azure"
    name = os.environ["AZ_NAME"]
    openai.api_base = f"https://{name}.openai.azure.com/"
    openai.api_version = "2023-03-15-preview"
    openai.api_key = os.environ["AZ_KEY"]


def gpt(system, user, deployment="gpt-35-turbo", **kw):
    completion = openai.ChatCompletion.create(
        deployment_id=deployment,
        messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
        **kw
    )
    return completion.choices[0].message.content


def main():
    setup_openai()
    print(gpt("Be brief", "one"))
    print(gpt("Be long", "two", deployment="support", temperature=1))
    print(openai.api_type, openai.api_version)


if __name__ == "__main__":
    main()
