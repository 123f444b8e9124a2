import time


class Tokens:
    def __init__(self, credential):
        self.credential, self.token = credential, None

    def current(self):
        if self.token is None or self.token.expires_on < time.time() + 60:
            self.token = self.credential.get_token("https://cognitiveservices.azure.com/.default")
        return self.token.token
