import os


def load_env(path="settings.env"):
    with open(path) as file:
        for line in file:
            line = line.strip()
            if line and not line.startswith("#"):
                key, value = line.split("=", 1)
                os.environ.setdefault(key, value.strip('"'))
