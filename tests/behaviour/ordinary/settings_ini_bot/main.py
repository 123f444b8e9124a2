# environment: OPENAI_API_KEY=
import configparser
import openai

config = configparser.ConfigParser()
config.read("bot.ini")
openai.api_key = config["openai"]["api_key"]
engine = config.get("openai", "engine", fallback="text-davinci-003")
temperature = config.getfloat("openai", "temperature")


def complete(prompt):
    return openai.Completion.create(engine=engine, prompt=prompt, temperature=temperature, max_tokens=config.getint("openai", "max_tokens")).choices[0].text


if __name__ == '__main__':
    print(complete("I am a highly intelligent question answering bot."))
    print(config.sections())
