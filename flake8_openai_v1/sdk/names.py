"""What became of the names of openai 0.28.1: classes, methods, helpers, modules. One row a line.

``tests/sdk/test_names.py`` proves every row against the releases in ``versions.PROBED``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """One public name of 0.28.1 that later SDKs do not have."""

    path: str
    """Canonical place in 0.28.1: ``openai.ChatCompletion.create``."""
    use: str | None
    """What to write at the newest version, ``client.…`` for calls, ``openai.…`` for names; None: no counterpart."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement in brackets, or stands for it where there is none."""
    until: tuple[tuple[str, str | None], ...] = ()
    """Another replacement up to and including a release: ``(("1.7.1", "client.edits.create"),)``."""
    exact: bool = True
    """False: the replacement is the nearest one, it takes other parameters or returns something else."""
    coroutine: str | None = None
    """The async twin in 0.28.1; its replacement is the same path on an async client."""
    result: str | None = None
    """A call whose result stands for the old one (``elsewhere.RETURNS``), if that is not ``use``; empty: there is none."""


PROBE = "0.28.1, 1.0.0, 1.109.1, 2.54.0 and 3.57.0 installed side by side and introspected"
NO_EDITS = PROBE + "; resources/edits.py is in the wheel of 1.7.1, not of 1.7.2"
NO_FINE_TUNES = PROBE + "; resources/fine_tunes.py is in the wheel of 1.7.1, not of 1.7.2"
CONTENT = PROBE + "; files.content came with 1.2.1, which deprecated files.retrieve_content"
BASE_MODEL = PROBE + "; openai.BaseModel is exported since 1.11.0"
TRANSLATE = PROBE + "; marked deprecated in the wheel of 3.41.0, not of 3.40.0"
VARIATION = PROBE + "; marked deprecated in the wheel of 3.24.0, not of 3.23.0"

# The classes.
RESOURCES: tuple[Name, ...] = (
    Name("openai.Audio", "client.audio", PROBE),
    Name("openai.ChatCompletion", "client.chat.completions", PROBE),
    Name("openai.Completion", "client.completions", PROBE),
    Name("openai.Customer", None, PROBE, "it has no counterpart; remove it", exact=False),
    Name("openai.Deployment", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False),
    Name("openai.Edit", "client.chat.completions", NO_EDITS, "the edits endpoint was shut down", until=(("1.7.1", "client.edits"),), exact=False),
    Name("openai.Embedding", "client.embeddings", PROBE),
    Name("openai.Engine", "client.models", PROBE, "engines became models", exact=False),
    Name("openai.ErrorObject", None, PROBE, "read the error's fields from the exception: e.code, e.message, e.body", exact=False),
    Name("openai.File", "client.files", PROBE),
    Name("openai.FineTune", "client.fine_tuning.jobs", NO_FINE_TUNES, "other parameters", until=(("1.7.1", "client.fine_tunes"),), exact=False),
    Name("openai.FineTuningJob", "client.fine_tuning.jobs", PROBE),
    Name("openai.Image", "client.images", PROBE),
    Name("openai.Model", "client.models", PROBE),
    Name("openai.Moderation", "client.moderations", PROBE),
)

# What users call on them, on the class or on an instance.
METHODS: tuple[Name, ...] = (
    Name("openai.Audio.transcribe", "client.audio.transcriptions.create", PROBE, coroutine="openai.Audio.atranscribe"),
    Name("openai.Audio.transcribe_raw", "client.audio.transcriptions.create", PROBE, "file=(filename, file)", exact=False, coroutine="openai.Audio.atranscribe_raw"),
    Name("openai.Audio.translate", "client.audio.translations.create", TRANSLATE, "deprecated since 3.41.0", coroutine="openai.Audio.atranslate"),
    Name("openai.Audio.translate_raw", "client.audio.translations.create", TRANSLATE, "file=(filename, file); deprecated since 3.41.0", exact=False, coroutine="openai.Audio.atranslate_raw"),
    Name("openai.ChatCompletion.create", "client.chat.completions.create", PROBE, coroutine="openai.ChatCompletion.acreate"),
    Name("openai.Completion.create", "client.completions.create", PROBE, coroutine="openai.Completion.acreate"),
    Name("openai.Customer.create", None, PROBE, "it has no counterpart; remove the call", exact=False, coroutine="openai.Customer.acreate"),
    Name("openai.Deployment.create", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False, coroutine="openai.Deployment.acreate", result="deployments.create"),
    Name("openai.Deployment.delete", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False, coroutine="openai.Deployment.adelete"),
    Name("openai.Deployment.list", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False, coroutine="openai.Deployment.alist", result="deployments.list"),
    Name("openai.Deployment.retrieve", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False, coroutine="openai.Deployment.aretrieve", result="deployments.retrieve"),
    Name("openai.Edit.create", "client.chat.completions.create", NO_EDITS, "the edits endpoint was shut down; put the instruction and the input into messages", until=(("1.7.1", "client.edits.create"),), exact=False, coroutine="openai.Edit.acreate", result="edits.create"),
    Name("openai.Embedding.create", "client.embeddings.create", PROBE, coroutine="openai.Embedding.acreate"),
    Name("openai.Engine.embeddings", "client.embeddings.create", PROBE, "model= names the engine", exact=False),
    Name("openai.Engine.generate", "client.completions.create", PROBE, "model= names the engine", exact=False, coroutine="openai.Engine.agenerate"),
    Name("openai.Engine.list", "client.models.list", PROBE, "engines became models", exact=False, coroutine="openai.Engine.alist"),
    Name("openai.Engine.modify", None, PROBE, "models cannot be modified; remove the call", exact=False, coroutine="openai.Engine.amodify"),
    Name("openai.Engine.retrieve", "client.models.retrieve", PROBE, "engines became models", exact=False, coroutine="openai.Engine.aretrieve"),
    Name("openai.File.create", "client.files.create", PROBE, coroutine="openai.File.acreate"),
    Name("openai.File.delete", "client.files.delete", PROBE, coroutine="openai.File.adelete"),
    Name("openai.File.download", "client.files.content", CONTENT, "the bytes are its .content", until=(("1.2.0", "client.files.retrieve_content"),), exact=False, coroutine="openai.File.adownload", result=""),
    Name("openai.File.find_matching_files", None, PROBE, "filter client.files.list() by filename, bytes and purpose", exact=False, coroutine="openai.File.afind_matching_files"),
    Name("openai.File.list", "client.files.list", PROBE, coroutine="openai.File.alist"),
    Name("openai.File.retrieve", "client.files.retrieve", PROBE, coroutine="openai.File.aretrieve"),
    Name("openai.File.wait_for_processing", "client.files.wait_for_processing", PROBE, "it returns the file, not its status", exact=False, result=""),
    Name("openai.FineTune.cancel", "client.fine_tuning.jobs.cancel", NO_FINE_TUNES, "fine-tunes became fine-tuning jobs", until=(("1.7.1", "client.fine_tunes.cancel"),), exact=False, coroutine="openai.FineTune.acancel"),
    Name("openai.FineTune.create", "client.fine_tuning.jobs.create", NO_FINE_TUNES, "other parameters", until=(("1.7.1", "client.fine_tunes.create"),), exact=False, coroutine="openai.FineTune.acreate"),
    Name("openai.FineTune.delete", "client.models.delete", PROBE + "; client.fine_tunes of 1.0.0 has no delete", "give it the fine-tuned model", exact=False, coroutine="openai.FineTune.adelete"),
    Name("openai.FineTune.list", "client.fine_tuning.jobs.list", NO_FINE_TUNES, "fine-tunes became fine-tuning jobs", until=(("1.7.1", "client.fine_tunes.list"),), exact=False, coroutine="openai.FineTune.alist"),
    Name("openai.FineTune.list_events", "client.fine_tuning.jobs.list_events", NO_FINE_TUNES, "fine-tunes became fine-tuning jobs", until=(("1.7.1", "client.fine_tunes.list_events"),), exact=False),
    Name("openai.FineTune.retrieve", "client.fine_tuning.jobs.retrieve", NO_FINE_TUNES, "fine-tunes became fine-tuning jobs", until=(("1.7.1", "client.fine_tunes.retrieve"),), exact=False, coroutine="openai.FineTune.aretrieve"),
    Name("openai.FineTune.stream_events", "client.fine_tuning.jobs.list_events", NO_FINE_TUNES, "events are listed, not streamed", until=(("1.7.1", "client.fine_tunes.list_events"),), exact=False, coroutine="openai.FineTune.astream_events"),
    Name("openai.FineTuningJob.auto_paging_iter", "client.fine_tuning.jobs.list", PROBE, "iterate the result, it fetches further pages itself"),
    Name("openai.FineTuningJob.cancel", "client.fine_tuning.jobs.cancel", PROBE, coroutine="openai.FineTuningJob.acancel"),
    Name("openai.FineTuningJob.create", "client.fine_tuning.jobs.create", PROBE, coroutine="openai.FineTuningJob.acreate"),
    Name("openai.FineTuningJob.delete", None, PROBE + "; no release has a delete on fine_tuning.jobs", "a job cannot be deleted; cancel it with client.fine_tuning.jobs.cancel, or delete its model with client.models.delete", exact=False, coroutine="openai.FineTuningJob.adelete"),
    Name("openai.FineTuningJob.list", "client.fine_tuning.jobs.list", PROBE, coroutine="openai.FineTuningJob.alist"),
    Name("openai.FineTuningJob.list_events", "client.fine_tuning.jobs.list_events", PROBE),
    Name("openai.FineTuningJob.retrieve", "client.fine_tuning.jobs.retrieve", PROBE, coroutine="openai.FineTuningJob.aretrieve"),
    Name("openai.Image.create", "client.images.generate", PROBE, coroutine="openai.Image.acreate"),
    Name("openai.Image.create_edit", "client.images.edit", PROBE, coroutine="openai.Image.acreate_edit"),
    Name("openai.Image.create_variation", "client.images.create_variation", VARIATION, "deprecated since 3.24.0", coroutine="openai.Image.acreate_variation"),
    Name("openai.Model.delete", "client.models.delete", PROBE, coroutine="openai.Model.adelete"),
    Name("openai.Model.list", "client.models.list", PROBE, coroutine="openai.Model.alist"),
    Name("openai.Model.retrieve", "client.models.retrieve", PROBE, coroutine="openai.Model.aretrieve"),
    Name("openai.Moderation.create", "client.moderations.create", PROBE, coroutine="openai.Moderation.acreate"),
)

# Functions, classes and constants that went, with their modules or from their classes.
HELPERS: tuple[Name, ...] = (
    Name("openai.Moderation.VALID_MODEL_NAMES", None, PROBE, "the API checks the model; keep a list of your own", exact=False),
    Name("openai.api_requestor.APIRequestor", None, PROBE, "send other requests with client.get and client.post", exact=False),
    Name("openai.api_requestor.AioHTTPSession", None, PROBE, "pass http_client= to AsyncOpenAI", exact=False),
    Name("openai.api_requestor.MAX_CONNECTION_RETRIES", "openai.max_retries", PROBE, "or OpenAI(max_retries=...)", exact=False),
    Name("openai.api_requestor.MAX_SESSION_LIFETIME_SECS", None, PROBE, "pass http_client= to the client", exact=False),
    Name("openai.api_requestor.TIMEOUT_SECS", "openai.timeout", PROBE, "or OpenAI(timeout=...)", exact=False),
    Name("openai.api_requestor._make_session", None, PROBE, "pass http_client= to the client", exact=False),
    Name("openai.api_requestor._thread_context", None, PROBE, "pass http_client= to the client", exact=False),
    Name("openai.api_requestor.parse_stream", None, PROBE, "iterate the result of a call with stream=True", exact=False),
    Name("openai.api_requestor.parse_stream_async", None, PROBE, "iterate the result of a call with stream=True", exact=False),
    Name("openai.api_requestor.parse_stream_helper", None, PROBE, "iterate the result of a call with stream=True", exact=False),
    Name("openai.api_resources.abstract.api_resource.APIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.createable_api_resource.CreateableAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.deletable_api_resource.DeletableAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.engine_api_resource.EngineAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.engine_api_resource.EngineAPIResource.create", None, PROBE, "call the resources of a client", exact=False, coroutine="openai.api_resources.abstract.engine_api_resource.EngineAPIResource.acreate"),
    Name("openai.api_resources.abstract.listable_api_resource.ListableAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.paginatable_api_resource.PaginatableAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.updateable_api_resource.UpdateableAPIResource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.datalib.common.MissingDependencyError", None, PROBE, "import numpy and pandas yourself and catch ImportError", exact=False),
    Name("openai.datalib.numpy_helper.assert_has_numpy", None, PROBE, "import numpy yourself", exact=False),
    Name("openai.datalib.numpy_helper.numpy", None, PROBE, "import numpy yourself", exact=False),
    Name("openai.datalib.pandas_helper.assert_has_pandas", None, PROBE, "import pandas yourself", exact=False),
    Name("openai.datalib.pandas_helper.pandas", None, PROBE, "import pandas yourself", exact=False),
    Name("openai.embeddings_utils.chart_from_components", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.embeddings_utils.chart_from_components_3D", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.embeddings_utils.cosine_similarity", None, PROBE, "compute it: numpy.dot(a, b) / (numpy.linalg.norm(a) * numpy.linalg.norm(b))", exact=False),
    Name("openai.embeddings_utils.distances_from_embeddings", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.embeddings_utils.get_embedding", "client.embeddings.create", PROBE, "its .data[0].embedding", exact=False, coroutine="openai.embeddings_utils.aget_embedding"),
    Name("openai.embeddings_utils.get_embeddings", "client.embeddings.create", PROBE, "the .embedding of each of its .data", exact=False, coroutine="openai.embeddings_utils.aget_embeddings"),
    Name("openai.embeddings_utils.indices_of_nearest_neighbors_from_distances", None, PROBE, "numpy.argsort(distances) does the same", exact=False),
    Name("openai.embeddings_utils.pca_components_from_embeddings", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.embeddings_utils.plot_multiclass_precision_recall", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.embeddings_utils.tsne_components_from_embeddings", None, PROBE, "copy it from the openai-cookbook repository", exact=False),
    Name("openai.object_classes.OBJECT_CLASSES", None, PROBE, "the response models are in openai.types", exact=False),
    Name("openai.openai_object.OpenAIObject", "openai.BaseModel", BASE_MODEL, "responses are pydantic models, not dicts", until=(("1.10.0", None),), exact=False),
    Name("openai.openai_object.OpenAIObject.construct_from", None, PROBE, "build the model from openai.types with its model_validate", exact=False),
    Name("openai.openai_response.OpenAIResponse", None, PROBE, "read headers through with_raw_response", exact=False),
    Name("openai.upload_progress.BufferReader", None, PROBE, "open the file yourself", exact=False),
    Name("openai.upload_progress.CancelledError", None, PROBE, "open the file yourself", exact=False),
    Name("openai.upload_progress.progress", None, PROBE, "open the file yourself", exact=False),
    Name("openai.util.ApiType", None, PROBE, "choose the client class instead: OpenAI or AzureOpenAI", exact=False),
    Name("openai.util.api_key_to_header", None, PROBE, "the client writes its own authentication header", exact=False),
    Name("openai.util.convert_to_dict", None, PROBE, "call model_dump() on the response", exact=False),
    Name("openai.util.convert_to_openai_object", None, PROBE, "build the model from openai.types with its model_validate", exact=False),
    Name("openai.util.default_api_key", "openai.api_key", PROBE, "it is None where the key comes from the environment", exact=False),
    Name("openai.util.get_object_classes", None, PROBE, "the response models are in openai.types", exact=False),
    Name("openai.util.log_debug", None, PROBE, 'use logging.getLogger("openai")', exact=False),
    Name("openai.util.log_info", None, PROBE, 'use logging.getLogger("openai")', exact=False),
    Name("openai.util.log_warn", None, PROBE, 'use logging.getLogger("openai")', exact=False),
    Name("openai.util.logfmt", None, PROBE, 'use logging.getLogger("openai")', exact=False),
    Name("openai.util.logger", None, PROBE, 'use logging.getLogger("openai")', exact=False),
    Name("openai.util.merge_dicts", None, PROBE, "write {**x, **y}", exact=False),
    Name("openai.wandb_logger.WandbLogger", None, PROBE, "use wandb.integration.openai of the wandb package", exact=False),
)

# The modules.
MODULES: tuple[Name, ...] = (
    Name("openai._openai_scripts", None, PROBE, "the openai command is no longer part of the package", exact=False),
    Name("openai.api_requestor", None, PROBE, "send other requests with client.get and client.post", exact=False),
    Name("openai.api_resources", "openai.resources", PROBE, "other classes: call them through a client", exact=False),
    Name("openai.api_resources.abstract", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.createable_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.deletable_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.engine_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.listable_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.nested_resource_class_methods", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.paginatable_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.abstract.updateable_api_resource", None, PROBE, "call the resources of a client", exact=False),
    Name("openai.api_resources.audio", "openai.resources.audio", PROBE, "other classes: call client.audio", exact=False),
    Name("openai.api_resources.chat_completion", "openai.resources.chat.completions", PROBE, "other classes: call client.chat.completions", exact=False),
    Name("openai.api_resources.completion", "openai.resources.completions", PROBE, "other classes: call client.completions", exact=False),
    Name("openai.api_resources.customer", None, PROBE, "it has no counterpart; remove the import", exact=False),
    Name("openai.api_resources.deployment", None, PROBE, "manage deployments with azure-mgmt-cognitiveservices", exact=False),
    Name("openai.api_resources.edit", "openai.resources.chat.completions", NO_EDITS, "the edits endpoint was shut down", until=(("1.7.1", "openai.resources.edits"),), exact=False),
    Name("openai.api_resources.embedding", "openai.resources.embeddings", PROBE, "other classes: call client.embeddings", exact=False),
    Name("openai.api_resources.engine", "openai.resources.models", PROBE, "engines became models", exact=False),
    Name("openai.api_resources.error_object", None, PROBE, "read the error's fields from the exception: e.code, e.message, e.body", exact=False),
    Name("openai.api_resources.experimental", None, PROBE, "it has no counterpart; remove the import", exact=False),
    Name("openai.api_resources.experimental.completion_config", None, PROBE, "it has no counterpart; remove the import", exact=False),
    Name("openai.api_resources.file", "openai.resources.files", PROBE, "other classes: call client.files", exact=False),
    Name("openai.api_resources.fine_tune", "openai.resources.fine_tuning", NO_FINE_TUNES, "fine-tunes became fine-tuning jobs", until=(("1.7.1", "openai.resources.fine_tunes"),), exact=False),
    Name("openai.api_resources.fine_tuning", "openai.resources.fine_tuning", PROBE, "other classes: call client.fine_tuning.jobs", exact=False),
    Name("openai.api_resources.image", "openai.resources.images", PROBE, "other classes: call client.images", exact=False),
    Name("openai.api_resources.model", "openai.resources.models", PROBE, "other classes: call client.models", exact=False),
    Name("openai.api_resources.moderation", "openai.resources.moderations", PROBE, "other classes: call client.moderations", exact=False),
    Name("openai.datalib", None, PROBE, "import numpy and pandas yourself", exact=False),
    Name("openai.datalib.common", None, PROBE, "import numpy and pandas yourself", exact=False),
    Name("openai.datalib.numpy_helper", None, PROBE, "import numpy yourself", exact=False),
    Name("openai.datalib.pandas_helper", None, PROBE, "import pandas yourself", exact=False),
    Name("openai.embeddings_utils", None, PROBE, "copy what you use from the openai-cookbook repository", exact=False),
    Name("openai.error", "openai", PROBE, "the exceptions are top-level names", exact=False),
    Name("openai.object_classes", None, PROBE, "the response models are in openai.types", exact=False),
    Name("openai.openai_object", "openai.types", PROBE, "responses are pydantic models, not dicts", exact=False),
    Name("openai.openai_response", None, PROBE, "read headers through with_raw_response", exact=False),
    Name("openai.upload_progress", None, PROBE, "open the file yourself", exact=False),
    Name("openai.util", None, PROBE, "responses have model_dump(), the logger is logging.getLogger(\"openai\")", exact=False),
    Name("openai.validators", None, PROBE, "fine-tuning files are checked by the API; copy what you use", exact=False),
    Name("openai.wandb_logger", None, PROBE, "use wandb.integration.openai of the wandb package", exact=False),
)

# Other spellings in 0.28.1 of the same object -> the canonical one (exceptions: ``exceptions.REEXPORTED``).
ALIASES: dict[str, str] = {
    "openai.api_requestor.ApiType": "openai.util.ApiType",
    "openai.api_requestor.OpenAIResponse": "openai.openai_response.OpenAIResponse",
    "openai.api_resources.Audio": "openai.Audio",
    "openai.api_resources.ChatCompletion": "openai.ChatCompletion",
    "openai.api_resources.Completion": "openai.Completion",
    "openai.api_resources.Customer": "openai.Customer",
    "openai.api_resources.Deployment": "openai.Deployment",
    "openai.api_resources.Edit": "openai.Edit",
    "openai.api_resources.Embedding": "openai.Embedding",
    "openai.api_resources.Engine": "openai.Engine",
    "openai.api_resources.ErrorObject": "openai.ErrorObject",
    "openai.api_resources.File": "openai.File",
    "openai.api_resources.FineTune": "openai.FineTune",
    "openai.api_resources.FineTuningJob": "openai.FineTuningJob",
    "openai.api_resources.Image": "openai.Image",
    "openai.api_resources.Model": "openai.Model",
    "openai.api_resources.Moderation": "openai.Moderation",
    "openai.api_resources.abstract.APIResource": "openai.api_resources.abstract.api_resource.APIResource",
    "openai.api_resources.abstract.CreateableAPIResource": "openai.api_resources.abstract.createable_api_resource.CreateableAPIResource",
    "openai.api_resources.abstract.DeletableAPIResource": "openai.api_resources.abstract.deletable_api_resource.DeletableAPIResource",
    "openai.api_resources.abstract.ListableAPIResource": "openai.api_resources.abstract.listable_api_resource.ListableAPIResource",
    "openai.api_resources.abstract.PaginatableAPIResource": "openai.api_resources.abstract.paginatable_api_resource.PaginatableAPIResource",
    "openai.api_resources.abstract.UpdateableAPIResource": "openai.api_resources.abstract.updateable_api_resource.UpdateableAPIResource",
    "openai.api_resources.audio.Audio": "openai.Audio",
    "openai.api_resources.chat_completion.ChatCompletion": "openai.ChatCompletion",
    "openai.api_resources.chat_completion.EngineAPIResource": "openai.api_resources.abstract.engine_api_resource.EngineAPIResource",
    "openai.api_resources.completion.Completion": "openai.Completion",
    "openai.api_resources.completion.EngineAPIResource": "openai.api_resources.abstract.engine_api_resource.EngineAPIResource",
    "openai.api_resources.customer.Customer": "openai.Customer",
    "openai.api_resources.deployment.Deployment": "openai.Deployment",
    "openai.api_resources.edit.Edit": "openai.Edit",
    "openai.api_resources.embedding.Embedding": "openai.Embedding",
    "openai.api_resources.engine.Engine": "openai.Engine",
    "openai.api_resources.error_object.ErrorObject": "openai.ErrorObject",
    "openai.api_resources.file.File": "openai.File",
    "openai.api_resources.fine_tune.FineTune": "openai.FineTune",
    "openai.api_resources.fine_tuning.FineTuningJob": "openai.FineTuningJob",
    "openai.api_resources.image.Image": "openai.Image",
    "openai.api_resources.model.Model": "openai.Model",
    "openai.api_resources.moderation.Moderation": "openai.Moderation",
}

# Top-level names that every SDK since 1.0.0 has and 0.28.1 has not.
NEW_ONLY: frozenset[str] = frozenset({
    "APIConnectionError", "APIResponseValidationError", "APIStatusError", "APITimeoutError",
    "AsyncAzureOpenAI", "AsyncClient", "AsyncOpenAI", "AsyncStream", "AuthenticationError", "AzureOpenAI",
    "BadRequestError", "Client", "ConflictError", "DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT",
    "InternalServerError", "NoneType", "NotFoundError", "OpenAI", "PermissionDeniedError", "ProxiesTypes",
    "RateLimitError", "RequestOptions", "Stream", "Timeout", "Transport", "UnprocessableEntityError",
    "audio", "azure_ad_token", "azure_ad_token_provider", "azure_endpoint", "base_url", "chat", "completions",
    "default_headers", "default_query", "embeddings", "file_from_path", "files", "fine_tuning", "http_client",
    "images", "lib", "max_retries", "models", "moderations", "pagination", "resources", "timeout", "types",
})

# What `from openai import *` binds in 0.28.1.
STAR: tuple[str, ...] = (
    "APIError", "Audio", "ChatCompletion", "Completion", "Customer", "Edit", "Image", "Deployment", "Embedding",
    "Engine", "ErrorObject", "File", "FineTune", "FineTuningJob", "InvalidRequestError", "Model", "Moderation",
    "OpenAIError", "api_base", "api_key", "api_type", "api_key_path", "api_version", "app_info", "ca_bundle_path",
    "debug", "enable_telemetry", "log", "organization", "proxy", "verify_ssl_certs",
)

# The clients that it binds since 1.0, which are not all: those for Azure are no part of it.
STAR_SINCE: tuple[str, ...] = ("AsyncClient", "AsyncOpenAI", "Client", "OpenAI")

# Classes of which responses were objects -> classes of responses today.
TYPES: dict[str, str] = {
    "openai.Audio": "types.audio.Transcription",
    "openai.ChatCompletion": "types.chat.ChatCompletion",
    "openai.Completion": "types.Completion",
    "openai.Embedding": "types.CreateEmbeddingResponse",
    "openai.File": "types.FileObject",
    "openai.FineTuningJob": "types.fine_tuning.FineTuningJob",
    "openai.Image": "types.ImagesResponse",
    "openai.Model": "types.Model",
    "openai.Moderation": "types.ModerationCreateResponse",
}

# Fields of responses that are objects today -> their type, of which tests make what they give.
PART_TYPES: dict[str, str] = {
    "delta": "types.chat.chat_completion_chunk.ChoiceDelta",
    "function_call": "types.chat.chat_completion_message.FunctionCall",
    "message": "types.chat.ChatCompletionMessage",
    "usage": "types.CompletionUsage",
}

# Functions of 0.x that made a response of a dict.
CONVERTERS: frozenset[str] = frozenset(
    {"openai.openai_object.OpenAIObject.construct_from", "openai.util.convert_to_openai_object"}
)

# A field of a response, and one of the parts that are in it -> the type of the response.
TYPES_BY_FIELDS: dict[tuple[str, str], str] = {
    ("choices", "delta"): "types.chat.ChatCompletionChunk",
    ("choices", "message"): "types.chat.ChatCompletion",
    ("choices", "text"): "types.Completion",
    ("data", "b64_json"): "types.ImagesResponse",
    ("data", "embedding"): "types.CreateEmbeddingResponse",
    ("data", "url"): "types.ImagesResponse",
    ("results", "flagged"): "types.ModerationCreateResponse",
}

# Classes that are named in annotations and the like -> today's.
CLASSES: dict[str, str] = {"openai.openai_object.OpenAIObject": "BaseModel"}

# Functions of one response -> what is put behind it today.
METHODS_NOW: dict[str, str] = {"openai.util.convert_to_dict": ".to_dict()"}
