"""Stands in for azure.identity."""
import time
from collections import namedtuple

AccessToken = namedtuple("AccessToken", "token expires_on")


class DefaultAzureCredential:
    def __init__(self):
        self.count = 0

    def get_token(self, scope):
        self.count += 1
        return AccessToken(f"token-{self.count}", int(time.time()) + 3600)
