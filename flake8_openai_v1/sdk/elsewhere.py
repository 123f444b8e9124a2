"""What calls of 0.x returned whose replacement returns something of another form, and where each field stands there.

The notation is that of ``shapes.py``. ``tests/sdk/test_elsewhere.py`` proves the rows on 0.28.1, on today's openai
and on azure-mgmt-cognitiveservices 14.1.0.
"""

from __future__ import annotations

from .shapes import Return

# What stands in ``names.Name.result`` → the result.
RETURNS: dict[str, Return] = {
    "deployments.create": Return("Deployment"),
    "deployments.list": Return("Deployment", page=True),
    "deployments.retrieve": Return("Deployment"),
    "edits.create": Return("Edit"),
}

FIELDS: dict[str, dict[str, str]] = {
    "Deployment": {"created_at": "", "id": "", "model": "", "object": "", "owner": "", "status": "", "updated_at": ""},
    "Edit": {"choices": "[Edit.Choice", "created": "", "object": "", "usage": "CompletionUsage"},
    "Edit.Choice": {"index": "", "text": ""},
}

# The field of 0.x → the attribute today; "[" before a shape: of a list of it; empty: the list itself.
PLACES: dict[str, dict[str, str]] = {
    "Deployment": {
        "created_at": "system_data.created_at",
        "id": "name",
        "model": "properties.model.name",
        "status": "properties.provisioning_state",
        "updated_at": "system_data.last_modified_at",
    },
    "[Deployment": {"data": ""},
    "Edit.Choice": {"text": "message.content"},
}

# Whose objects they are today, where they are not openai's.
PACKAGES: dict[str, str] = {"Deployment": "azure-mgmt-cognitiveservices"}
