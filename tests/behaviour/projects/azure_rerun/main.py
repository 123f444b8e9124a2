# fix: page.py
import runpy

import streamlit

for endpoint, key in (("https://one.openai.azure.com", "key-one"), ("https://two.openai.azure.com", "key-two")):
    streamlit.given = {"endpoint": endpoint, "key": key}
    runpy.run_path("page.py")
