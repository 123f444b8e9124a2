"""Tests of the SDK's version: the branch for the old SDK is silent, what stands outside is not."""

from __future__ import annotations

from examples import check, examples

VERSIONS = r"""
--- startswith
import openai
if openai.__version__.startswith("0."):
    openai.ChatCompletion.create()
else:
    openai.OpenAI().chat.completions.create()
openai.Edit.create()  # OAI102:1
--- not startswith
import openai
if not openai.__version__.startswith("1"):
    openai.ChatCompletion.create()
openai.Edit.create()  # OAI102:1
--- the wrong branch
import openai
if openai.__version__.startswith("0."):
    pass
else:
    openai.ChatCompletion.create()  # OAI102:5
--- startswith of a tuple
import openai
if openai.__version__.startswith(("0.27", "0.28")):
    openai.ChatCompletion.create()
else:
    pass
--- comparison of texts
import openai
if openai.__version__ < "1":
    openai.ChatCompletion.create()
if openai.__version__ >= "1.0.0":
    openai.ChatCompletion.create()  # OAI102:5
--- turned round
import openai
if "1.0.0" > openai.__version__:
    openai.ChatCompletion.create()
elif "1.0.0" <= openai.__version__:
    openai.ChatCompletion.create()  # OAI102:5
--- equal to an old one
import openai
version = openai.__version__
if version == "0.28":
    openai.ChatCompletion.create()
--- one of several
import openai
if openai.__version__ in ("0.27.8", "0.28.0", "0.28.1"):
    openai.ChatCompletion.create()
--- a function of the program that tells the version of a package
import openai
from ours.versions import get_installed_version
version = get_installed_version("openai")
if version is not None and version.major < 1 and isinstance(model, openai.Model):
    print(model.id)
if get_installed_version("openai") < "1":
    openai.ChatCompletion.create()
else:
    openai.ChatCompletion.create()  # OAI102:5
--- a method, and a function of the file
import openai
from importlib import metadata
def package_version(name):
    return metadata.version(name)
if package_version("openai").startswith("0."):
    openai.ChatCompletion.create()
if ours.version_of("openai") < "1":
    openai.Embedding.create()
--- the version of another package
import openai
from ours.versions import get_installed_version
if get_installed_version("pydantic") < "2":
    openai.ChatCompletion.create()  # OAI102:5
--- first character
import openai
if openai.__version__[0] == "0":
    openai.ChatCompletion.create()
--- first part
import openai
if openai.__version__.split(".")[0] == "0":
    openai.ChatCompletion.create()
if int(openai.__version__.split(".")[0]) >= 1:
    client = openai.OpenAI()
else:
    openai.api_base = "x"
--- first part unpacked
import openai
major, minor, *_ = openai.__version__.split(".")
if int(major) < 1:
    openai.ChatCompletion.create()
--- first part by partition
import openai
major, _, rest = openai.__version__.partition(".")
if major == "0":
    openai.ChatCompletion.create()
--- tuple of numbers
import openai
VERSION = tuple(int(part) for part in openai.__version__.split("."))
if VERSION < (1, 0, 0):
    openai.ChatCompletion.create()
--- tuple by map
import openai
VERSION = tuple(map(int, openai.__version__.split(".")[:2]))
if VERSION >= (1, 0):
    pass
else:
    openai.ChatCompletion.create()
--- list of numbers
import openai
parts = [int(x) for x in openai.__version__.split(".")]
if parts[0] == 0:
    openai.ChatCompletion.create()
--- a flag computed
import openai
IS_V1 = int(openai.__version__.split(".")[0]) >= 1
def ask():
    if IS_V1:
        return openai.OpenAI()
    return openai.ChatCompletion.create()
--- a flag negated
import openai
OLD = not openai.__version__ >= "1.0.0"
if OLD:
    openai.ChatCompletion.create()
--- a flag by conditional expression
import openai
NEW = True if openai.__version__ > "1" else False
if not NEW:
    openai.ChatCompletion.create()
--- a flag set in branches
import openai
NEW = False
if openai.__version__ >= "1":
    NEW = True
if NEW:
    pass
else:
    openai.ChatCompletion.create()
--- packaging parse
from packaging import version
import openai
if version.parse(openai.__version__) < version.parse("1.0.0"):
    openai.ChatCompletion.create()
--- packaging Version
from packaging.version import Version
import openai
if Version(openai.__version__) >= Version("1"):
    pass
else:
    openai.ChatCompletion.create()
--- packaging parse imported as
from packaging.version import parse as parse_version
import openai
if parse_version(openai.__version__) >= parse_version("1.0"):
    openai.api_base = "x"  # OAI105:5
else:
    openai.api_base = "x"
--- packaging major
from packaging.version import parse
import openai
if parse(openai.__version__).major == 0:
    openai.ChatCompletion.create()
--- pre-releases
from packaging.version import parse
import openai
if parse(openai.__version__) >= parse("1.0.0b1"):
    pass
else:
    openai.ChatCompletion.create()
--- LooseVersion
from distutils.version import LooseVersion
import openai
if LooseVersion(openai.__version__) < LooseVersion("1.0.0"):
    openai.ChatCompletion.create()
--- pkg_resources parse_version
import pkg_resources, openai
if pkg_resources.parse_version(openai.__version__) < pkg_resources.parse_version("1.0.0"):
    openai.ChatCompletion.create()
--- pkg_resources distribution
import pkg_resources, openai
if pkg_resources.get_distribution("openai").version.startswith("0."):
    openai.ChatCompletion.create()
--- distribution of another package
import pkg_resources, openai
if pkg_resources.get_distribution("langchain").version.startswith("0."):
    openai.ChatCompletion.create()  # OAI102:5
--- importlib.metadata
import importlib.metadata
import openai
if importlib.metadata.version("openai").startswith("0."):
    openai.ChatCompletion.create()
--- importlib.metadata imported
from importlib.metadata import version
import openai
if int(version("openai").split(".")[0]) < 1:
    openai.ChatCompletion.create()
--- importlib metadata module
from importlib import metadata
import openai
OPENAI_VERSION = metadata.version("openai")
if OPENAI_VERSION < "1":
    openai.ChatCompletion.create()
--- importlib_metadata
import importlib_metadata as im
import openai
if im.version("openai") < "1":
    openai.ChatCompletion.create()
--- metadata of another package
from importlib.metadata import version
import openai
if version("pydantic") < "2":
    openai.ChatCompletion.create()  # OAI102:5
--- Python's own version
import sys, openai
if sys.version_info < (3, 8):
    openai.ChatCompletion.create()  # OAI102:5
--- VERSION
import openai
if openai.VERSION < "1":
    openai.ChatCompletion.create()
--- version module
import openai
if openai.version.VERSION < "1":
    openai.ChatCompletion.create()
--- version module, of today
import openai
try:
    LEGACY = int(openai.version.__version__[0]) == 0
except Exception:
    LEGACY = True
class Bot:
    def __init__(self, api_base):
        if LEGACY:
            openai.api_base = api_base
        else:
            openai.base_url = api_base
--- version imported
from openai.version import VERSION
import openai
if VERSION.startswith("0"):
    openai.ChatCompletion.create()
--- __version__ imported
from openai import __version__ as openai_version
import openai
if openai_version < "1":
    openai.ChatCompletion.create()
--- getattr of the version with a default
import openai
if getattr(openai, "__version__", "0.0.0").startswith("0"):
    openai.ChatCompletion.create()
--- getattr of the version
import openai
V = getattr(openai, "__version__")
if V < "1":
    openai.ChatCompletion.create()
--- a function of one's own that compares
import openai
from .util import compare_versions
if compare_versions(openai.__version__, "1.0.0") < 0:
    openai.ChatCompletion.create()
else:
    pass
--- a function of one's own that tells
import openai
from .util import older_than
if older_than(openai.__version__, "1.0.0"):
    openai.ChatCompletion.create()
--- semver
import semver, openai
if semver.compare(openai.__version__, "1.0.0") == -1:
    openai.ChatCompletion.create()
--- bound in a name
from packaging import version
import openai
FIRST_NEW = version.parse("1.0.0")
if version.parse(openai.__version__) < FIRST_NEW:
    openai.ChatCompletion.create()
--- the program refuses the old one, so the rest runs on the new
from packaging import version
import openai
required = version.parse("1.1.1")
if version.parse(openai.__version__) < required:
    raise ValueError("too old")
openai.ChatCompletion.create()  # OAI102:1
--- the program refuses the new one
import openai
if openai.__version__ >= "1":
    raise SystemExit("pip install openai==0.28")
openai.ChatCompletion.create()
--- assert refuses the new one
import openai
assert openai.__version__.startswith("0.")
openai.ChatCompletion.create()
--- assert refuses the old one
import openai
assert openai.__version__ >= "1.0"
openai.ChatCompletion.create()  # OAI102:1
--- two old versions
import openai
if openai.__version__ < "0.27":
    openai.Completion.create()
else:
    openai.ChatCompletion.create()  # OAI102:5
--- a range
import openai
if "0.27" <= openai.__version__ < "1.0":
    openai.ChatCompletion.create()
--- and
import openai
if openai.__version__ < "1" and ready:
    openai.ChatCompletion.create()
--- or
import openai
if openai.__version__ >= "1" or forced:
    pass
else:
    openai.ChatCompletion.create()
--- in an expression
import openai
x = openai.ChatCompletion.create() if openai.__version__ < "1" else openai.OpenAI()
y = openai.__version__ < "1" and openai.ChatCompletion.create()
z = openai.__version__ >= "1" or openai.ChatCompletion.create()
--- in an expression, outside
import openai
x = openai.OpenAI() if openai.__version__ < "1" else openai.ChatCompletion.create()  # OAI102:54
y = openai.__version__ >= "1" and openai.ChatCompletion.create()  # OAI102:35
--- early return
import openai
def ask():
    if openai.__version__ >= "1":
        return openai.OpenAI()
    return openai.ChatCompletion.create()
openai.ChatCompletion.create()  # OAI102:1
--- early continue
import openai
for x in y:
    if openai.__version__ >= "1":
        continue
    openai.ChatCompletion.create()
--- while
import openai
while openai.__version__ < "1":
    openai.ChatCompletion.create()
--- elif
import openai
if offline:
    pass
elif openai.__version__ >= "1":
    pass
else:
    openai.ChatCompletion.create()
--- nested ifs
import openai
if openai.__version__ < "1":
    if chat:
        openai.ChatCompletion.create()
    else:
        for x in y:
            openai.Completion.create()
--- match of a version
import openai
match openai.__version__.split(".")[0]:
    case "0":
        openai.ChatCompletion.create()
    case _:
        openai.OpenAI()
--- skipif
import openai, pytest
@pytest.mark.skipif(openai.__version__ >= "1", reason="old")
def test():
    openai.ChatCompletion.create()
--- skipif for the old one
import openai, pytest
@pytest.mark.skipif(openai.__version__ < "1", reason="new")
def test():
    openai.ChatCompletion.create()  # OAI102:5
--- skipif by a flag of the module
import openai, pytest
pytestmark = pytest.mark.skipif(openai.__version__ >= "1", reason="old")
def test():
    openai.ChatCompletion.create()
--- printing the version tells nothing
import openai
print("openai", openai.__version__)
v = openai.__version__
openai.ChatCompletion.create()  # OAI102:1
"""

PRESENCE = r"""
--- hasattr of a new name
import openai
if hasattr(openai, "OpenAI"):
    client = openai.OpenAI()
else:
    openai.ChatCompletion.create()
--- hasattr of an old name
import openai
if hasattr(openai, "ChatCompletion"):
    openai.ChatCompletion.create()
--- hasattr of the error module
import openai
ERROR = openai.error.RateLimitError if hasattr(openai, "error") else openai.RateLimitError
--- hasattr of a setting
import openai
if hasattr(openai, "api_base"):
    openai.api_base = "x"
else:
    openai.base_url = "x/"
--- hasattr of what both have says nothing
import openai
if hasattr(openai, "api_key"):
    openai.ChatCompletion.create()  # OAI102:5
--- hasattr of another object
import openai
if hasattr(settings, "OpenAI"):
    pass
else:
    openai.ChatCompletion.create()  # OAI102:5
--- hasattr negated
import openai
if not hasattr(openai, "OpenAI"):
    openai.ChatCompletion.create()
else:
    openai.ChatCompletion.create()  # OAI102:5
--- hasattr in two steps
import openai
if hasattr(openai, "chat") and hasattr(openai.chat, "completions"):
    create = openai.chat.completions.create
else:
    create = openai.ChatCompletion.create
--- hasattr as a flag in a try
try:
    import openai
    NEW = hasattr(openai, "OpenAI")
except ImportError:
    openai = None
    NEW = False
def ask():
    if NEW:
        return openai.OpenAI()
    return openai.ChatCompletion.create()
--- in dir
import openai
if "OpenAI" in dir(openai):
    pass
else:
    openai.ChatCompletion.create()
--- not in dir
import openai
if "OpenAI" not in dir(openai):
    openai.ChatCompletion.create()
--- getattr with a default as a test
import openai
if getattr(openai, "OpenAI", None):
    pass
else:
    openai.ChatCompletion.create()
--- getattr with a default is None
import openai
Client = getattr(openai, "OpenAI", None)
if Client is None:
    openai.ChatCompletion.create()
--- find_spec of a removed module
import importlib.util, openai
if importlib.util.find_spec("openai.error"):
    import openai.error
--- import of a new name in try
try:
    from openai import OpenAI
except ImportError:
    import openai
    openai.api_base = "x"
--- import of a new name in try, with a flag
try:
    from openai import OpenAI
    NEW = True
except ImportError:
    import openai
    NEW = False
if NEW:
    client = OpenAI()
else:
    openai.ChatCompletion.create()
--- a flag that only the except sets
import openai
LEGACY = False
try:
    from openai import OpenAI
except ImportError:
    LEGACY = True
if LEGACY:
    openai.ChatCompletion.create()
--- a client in try, None in except, and the module in its place
import openai
try:
    client = openai.OpenAI()
except AttributeError:
    client = None
def ask():
    global client
    if client is None:
        client = openai
        return client.ChatCompletion.create()
    return client.chat.completions.create()
--- import of a new name in try, None in except
import openai
try:
    from openai import OpenAI
except ImportError:
    OpenAI = None
def ask():
    if OpenAI is None:
        return openai.ChatCompletion.create()
    return OpenAI()
--- tested as a truth
import openai
try:
    from openai import AsyncOpenAI
except Exception:
    AsyncOpenAI = None
def ask():
    if AsyncOpenAI:
        return AsyncOpenAI()
    else:
        return openai.ChatCompletion.acreate()
--- the new exceptions first
try:
    from openai import RateLimitError, APITimeoutError
except ImportError:
    from openai.error import RateLimitError, Timeout as APITimeoutError
--- the old exceptions first
try:
    from openai.error import RateLimitError, Timeout
except ImportError:
    from openai import RateLimitError, APITimeoutError as Timeout
--- the old module first
try:
    import openai.error as errors
except ImportError:
    import openai as errors
--- the old module first, caught by Exception
import openai
try:
    import openai.error
    from openai.openai_object import OpenAIObject
    ERRORS = (openai.error.RateLimitError, openai.error.APIError)
except Exception:
    ERRORS = (openai.RateLimitError, openai.APIError)
    OpenAIObject = dict
--- the old module first, and the old one again
import openai
try:
    import openai.error  # OAI101:12
    ERRORS = openai.error.RateLimitError  # OAI107:14
except Exception:
    ERRORS = openai.error.APIError  # OAI107:14
--- an old call first, caught by Exception, is a call
import openai
try:
    openai.ChatCompletion.create()  # OAI102:5
except Exception as e:
    if isinstance(e, openai.RateLimitError):
        raise
--- AttributeError, new first
import openai
try:
    ERRORS = (openai.APIStatusError, openai.APITimeoutError)
except AttributeError:
    ERRORS = (openai.error.APIError, openai.error.Timeout)
--- AttributeError, old first
import openai
try:
    ERRORS = openai.error.APIError
except AttributeError:
    ERRORS = openai.APIStatusError
--- AttributeError in a tuple
import openai
try:
    client = openai.OpenAI()
except (ImportError, AttributeError):
    openai.ChatCompletion.create()
--- AttributeError, old first, for calls
import openai
try:
    r = openai.ChatCompletion.create()
except AttributeError:
    r = openai.OpenAI().chat.completions.create()
--- bare except after a new import
try:
    from openai import OpenAI
except:
    from openai import ChatCompletion
--- bare except around an old call says nothing
import openai
try:
    openai.ChatCompletion.create()  # OAI102:5
except:
    pass
--- Exception around a call with a new one in the handler
import openai
try:
    openai.ChatCompletion.create()  # OAI102:5
except Exception:
    print("no")
--- an import error of the whole package is no test
try:
    import openai
except ImportError:
    raise SystemExit
openai.ChatCompletion.create()  # OAI102:1
--- else of a try
try:
    from openai import OpenAI
except ImportError:
    pass
else:
    import openai
    openai.ChatCompletion.create()  # OAI102:5
--- a function of the file
import openai
def is_openai_v1():
    return openai.__version__ >= "1"
def ask():
    if is_openai_v1():
        return openai.OpenAI()
    return openai.ChatCompletion.create()
--- a function of the file with branches
from importlib.metadata import version
import openai
def is_openai_v1():
    if version("openai").startswith("1."):
        return True
    return False
if not is_openai_v1():
    openai.ChatCompletion.create()
--- a function of the file with try
from importlib.metadata import version
import openai
def _is_v1() -> bool:
    try:
        return int(version("openai").split(".")[0]) >= 1
    except Exception:
        return False
IS_V1 = _is_v1()
if IS_V1:
    pass
else:
    openai.ChatCompletion.create()
--- a function of the file that tries an import
import openai
def is_new():
    try:
        from openai import OpenAI
        return True
    except ImportError:
        return False
if is_new():
    pass
else:
    openai.ChatCompletion.create()
--- a cached function
import functools, openai
@functools.lru_cache(maxsize=None)
def is_new():
    return hasattr(openai, "OpenAI")
if not is_new():
    openai.ChatCompletion.create()
--- a function that is imported from elsewhere is unknown
import openai
from .compat import is_openai_v1
if not is_openai_v1():
    openai.ChatCompletion.create()
--- a flag that is imported from elsewhere
import openai
from .compat import OPENAI_V1
if OPENAI_V1:
    pass
else:
    openai.ChatCompletion.create()
--- an address that is imported from elsewhere is no flag
import openai
from .settings import OPENAI_V1_URL, OPENAI_API_VERSION
if OPENAI_V1_URL:
    openai.api_base = OPENAI_V1_URL  # OAI105:5
if OPENAI_API_VERSION:
    openai.ChatCompletion.create()  # OAI102:5
--- an unrelated flag
import openai
from .settings import DEBUG, V1_API
if not DEBUG:
    openai.ChatCompletion.create()  # OAI102:5
--- a method
import openai
class Bot:
    def _new(self):
        return hasattr(openai, "OpenAI")
    def ask(self):
        if self._new():
            return openai.OpenAI()
        return openai.ChatCompletion.create()
--- a property
import openai
class Bot:
    @property
    def new(self):
        return openai.__version__ >= "1"
    def ask(self):
        if not self.new:
            return openai.ChatCompletion.create()
--- an attribute of self
import openai
class Bot:
    def __init__(self):
        self.old = not openai.__version__ >= "1.0.0"
    def ask(self):
        if self.old:
            return openai.ChatCompletion.create()
        return openai.Completion.create()  # OAI102:16
--- an attribute of self, the version
from importlib import metadata
import openai
class Bot:
    def __init__(self):
        self._version = metadata.version("openai")
        self._old = self._version < "1.0.0"
    def ask(self):
        if self._old:
            return openai.ChatCompletion.create()
    def ask2(self):
        if self._version < "1":
            return openai.ChatCompletion.create()
--- an attribute set in branches
import openai
class Bot:
    def __init__(self):
        if hasattr(openai, "OpenAI"):
            self.new = True
        else:
            self.new = False
    def ask(self):
        if self.new:
            return None
        return openai.ChatCompletion.create()
--- a function that only old code calls
import openai
def _ask_old():
    return openai.ChatCompletion.create()
def _ask_new():
    return openai.OpenAI()
def ask():
    if hasattr(openai, "OpenAI"):
        return _ask_new()
    return _ask_old()
--- a function that old and other code call
import openai
def _ask():
    return openai.ChatCompletion.create()  # OAI102:12
def ask():
    if not hasattr(openai, "OpenAI"):
        return _ask()
_ask()
--- a class for the old SDK
import openai
class Old:
    def ask(self):
        return openai.ChatCompletion.create()
class New:
    def ask(self):
        return openai.OpenAI()
def make():
    return New() if hasattr(openai, "OpenAI") else Old()
--- definitions within the branch
import openai
if openai.__version__ < "1":
    def ask():
        return openai.ChatCompletion.create()
    class Bot:
        api_base = openai.api_base
else:
    def ask():
        return openai.OpenAI()
--- imports within the branch
import openai
if openai.__version__ < "1":
    from openai.error import RateLimitError
else:
    from openai import RateLimitError
try:
    pass
except RateLimitError:
    pass
--- what the stubs raise is caught
from openai.lib._old_api import APIRemovedInV1
import openai
try:
    r = openai.ChatCompletion.create()
except APIRemovedInV1:
    r = openai.chat.completions.create()
openai.ChatCompletion.create()  # OAI102:1
--- the program itself puts the name there
import openai
if not hasattr(openai, "error"):
    openai.error = openai
if not hasattr(openai, "Completion"):
    openai.Completion = Shim()
try:
    openai.Completion.create()
except openai.error.RateLimitError:
    openai.ChatCompletion.create()  # OAI102:5
--- a setting that nobody reads is no shim
import openai
if not hasattr(openai, "api_base"):
    openai.api_base = "x"  # OAI105:5
--- the name of either branch is not removed
import openai
if openai.__version__ < "1":
    create = openai.ChatCompletion.create
else:
    create = openai.OpenAI().chat.completions.create
create(model="m")
--- the name of either branch, with an argument that both take and one that new refuses
import openai
if openai.__version__ < "1":
    kwargs = {"engine": "m"}
else:
    kwargs = {"model": "m"}
--- with hasattr on the error class
import openai
if hasattr(openai, "error"):
    retry = (openai.error.Timeout, openai.error.RateLimitError)
else:
    retry = (openai.APITimeoutError, openai.RateLimitError)
--- code behind both branches is for both
import openai
if openai.__version__ < "1":
    pass
else:
    pass
openai.ChatCompletion.create()  # OAI102:1
--- version of a client instance
import openai
client = openai.OpenAI() if hasattr(openai, "OpenAI") else None
if client:
    client.chat.completions.create()
else:
    openai.ChatCompletion.create()
--- client made in a try
import openai
try:
    from openai import OpenAI
    client = OpenAI()
except ImportError:
    client = None
def ask():
    if client is not None:
        return client.chat.completions.create()
    return openai.ChatCompletion.create()
--- self.client made in a try
import openai
class Bot:
    def __init__(self):
        try:
            from openai import OpenAI
            self.client = OpenAI()
        except ImportError:
            self.client = None
    def ask(self):
        if self.client:
            return self.client.chat.completions.create()
        return openai.ChatCompletion.create()
"""


@examples(VERSIONS)
def test_versions(source):
    check(source)


@examples(PRESENCE)
def test_presence(source):
    check(source)
