"""A credential as those of azure.identity are, which needs no service to make its tokens."""

import time

from azure.core.credentials import AccessToken


class Badge:
    """Its tokens name the scope that they were made for."""

    def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **more):
        """A token for scopes, valid for an hour."""
        return AccessToken(f"token-for-{scopes[0]}", int(time.time()) + 3600)

    def close(self):
        """Nothing to close."""
