"""Programs of azure-ai-inference → openai: ``run`` is the door, the other modules are a subject each."""
