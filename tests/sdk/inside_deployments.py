"""What is asked of azure-mgmt-cognitiveservices, with its models installed. Nothing reaches the network."""


def reads(paths):
    """For each path of attributes below a deployment whether it can be read; last, what a subscript raises."""
    from azure.mgmt.cognitiveservices import models

    properties = models.DeploymentProperties(model=models.DeploymentModel(name="gpt-4o", format="OpenAI", version="1"))
    made = models.Deployment(sku=models.Sku(name="Standard", capacity=1), properties=properties)
    made.system_data = models.SystemData()
    found = []
    for path in paths:
        owner = made
        for part in path.split("."):
            found.append(hasattr(owner, part))
            owner = getattr(owner, part, None)
    try:
        made["status"]
    except TypeError as error:
        found.append(str(error))
    return found


def lists(name):
    """What the annotation of a method of the deployments says that it returns."""
    import inspect

    from azure.mgmt.cognitiveservices import operations

    return str(inspect.signature(getattr(operations.DeploymentsOperations, name)).return_annotation)
