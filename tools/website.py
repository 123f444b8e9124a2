"""Build the site of the documents: ``python tools/website.py FOLDER``. Needs zensical: ``pip install -e '.[docs]'``.

The documents are written to be read where they lie, and so they link to each other as files. Here they are put
together in one folder, README in front, with the links that hold there. Whatever leads nowhere is an error.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from flake8_openai_v1 import NAME, SITE
from flake8_openai_v1.rules import RULES

ROOT = Path(__file__).resolve().parents[1]

MOVED = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "benchmarks/README.md": "benchmarks.md",
    "templates/flake8-openai-v1.yml": "templates/flake8-openai-v1.yml",
}
"""What lies outside of the folder of documents, and where it is on the site."""

NAVIGATION = [
    {"Start": "index.md"},
    {"Fixing": "fixing.md"},
    {"Azure": "azure.md"},
    {"Responses API": "responses.md"},
    {"What changed in openai": "changes.md"},
    {"Rules": ["rules/README.md", *(f"rules/{rule.code}.md" for rule in RULES)]},
    {
        "Use": [
            {"Options": "options.md"},
            {"In CI, in hooks": "integrations.md"},
            {"Editors": "editors.md"},
            {"Coding agents": ["agents.md", {"The text for agents": "SKILL.md"}]},
            {"What is followed": "followed.md"},
            {"Errata of the official guide": "guide-errata.md"},
        ]
    },
    {
        "The project": [
            {"What stays": "stability.md"},
            {"Changes": "changelog.md"},
            {"How it is built": "architecture.md"},
            {"Contributing": "contributing.md"},
            {"How fast it is": "benchmarks.md"},
        ]
    },
]

LINK = re.compile(r"(?<=\]\()([^)#\s]+)(?=[)#])")


def configuration() -> dict[str, object]:
    """Give the configuration of the generator. No page loads anything from elsewhere."""
    modes = [("light", "default", "weather-night", "Dark"), ("dark", "slate", "weather-sunny", "Light")]
    palette = [
        {
            "media": f"(prefers-color-scheme: {mode})",
            "scheme": scheme,
            "primary": "teal",
            "accent": "teal",
            "toggle": {"icon": f"material/{icon}", "name": name},
        }
        for mode, scheme, icon, name in modes
    ]
    return {
        "site_name": NAME,
        "site_url": SITE,
        "site_description": "Moves Python code from openai 0.x to today's SDK",
        "docs_dir": "docs",
        "nav": NAVIGATION,
        "theme": {
            "font": False,
            "palette": palette,
            "features": ["navigation.tabs", "navigation.indexes", "content.code.copy", "search.highlight"],
        },
        "plugins": ["search"],
        "markdown_extensions": ["pymdownx.superfences", "pymdownx.highlight", "tables", {"toc": {"permalink": True}}],
    }


def gather(folder: Path) -> None:
    """Put all documents into a folder, with their links as they are there."""
    places = dict(MOVED)
    for path in sorted((ROOT / "docs").rglob("*")):
        if path.suffix in (".md", ".png"):
            name = path.relative_to(ROOT).as_posix()
            places[name] = name.removeprefix("docs/")
    for name, place in places.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        if not place.endswith(".md"):
            shutil.copy(ROOT / name, folder / place)
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        text = LINK.sub(lambda found, name=name: target(found[0], name, places), text)  # type: ignore[misc]
        (folder / place).write_text(text, encoding="utf-8")


def target(link: str, name: str, places: dict[str, str]) -> str:
    """Give what a link in a document becomes on the site; itself if it leads elsewhere."""
    if link.startswith(SITE):
        page = link.removeprefix(SITE).rstrip("/") or "index"
        options = (f"{page}.md", f"{page}/README.md")
        place = next((one for one in options if one in places.values()), None)
    else:
        place = places.get(posixpath.normpath(posixpath.join(posixpath.dirname(name), link)))
    return link if place is None else posixpath.relpath(place, posixpath.dirname(places[name]) or ".")


def main(arguments: list[str]) -> int:
    """Build the site into the folder that is named, and give the exit status."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: python tools/website.py FOLDER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        gather(Path(scratch, "docs"))
        settings = json.dumps(configuration())
        Path(scratch, "mkdocs.yml").write_text(settings, encoding="utf-8")  # JSON is YAML
        done = subprocess.run([sys.executable, "-m", "zensical", "build", "--strict"], cwd=scratch, check=False)
        if done.returncode == 0:
            shutil.copytree(Path(scratch, "site"), arguments[0], dirs_exist_ok=True)
            shutil.copytree(Path(scratch, "docs", "templates"), Path(arguments[0], "templates"), dirs_exist_ok=True)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
