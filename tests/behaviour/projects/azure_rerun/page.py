import openai
import streamlit as st

openai.api_type = "azure"
openai.api_version = "2023-05-15"
openai.api_base = st.text_input("endpoint")
openai.api_key = st.text_input("key")

reply = openai.Embedding.create(engine="vectors", input="tide")
st.write(len(reply["data"][0]["embedding"]))
