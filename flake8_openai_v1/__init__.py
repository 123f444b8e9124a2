"""Find Python code written for openai 0.x and say what to write instead."""
