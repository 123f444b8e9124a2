import os


def load(path):
    with open(path) as f:
        for line in f:
            name, _, value = line.strip().partition("=")
            os.environ[name] = value
