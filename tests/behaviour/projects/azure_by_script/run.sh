#!/bin/sh
export OPENAI_API_TYPE=azure
export OPENAI_API_BASE=https://mine.openai.azure.com
export OPENAI_API_VERSION=2023-05-15
export OPENAI_API_KEY="$(pass azure/key)"
exec python main.py
