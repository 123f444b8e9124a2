import collections

AccessToken = collections.namedtuple("AccessToken", "token expires_on")


class Credential:
    asked = 0

    def get_token(self, scope):
        self.asked += 1
        return AccessToken("token-%d" % self.asked, 0)
