"""Prints what a data scientist sees of the champion: one JSON object.

Arguments: the address of MLflow, the alias.
"""

import json
import sys
import warnings

warnings.filterwarnings("ignore")

import mlflow  # noqa: E402
import pandas as pd  # noqa: E402
from mlflow import MlflowClient  # noqa: E402

address, alias = sys.argv[1:]
mlflow.set_tracking_uri(address)
client = MlflowClient()
version = client.get_model_version_by_alias("demand", alias)
model = mlflow.pyfunc.load_model(f"models:/demand@{alias}")
example = json.load(open(mlflow.artifacts.download_artifacts(version.source + "/input_example.json")))
frame = pd.DataFrame(example["data"], columns=example["columns"], dtype="float64")
run = client.get_run(version.run_id)
trials = client.search_runs(
    [run.info.experiment_id], f"tags.`mlflow.parentRunId` = '{version.run_id}'"
)
inputs = [
    {
        "name": each.dataset.name,
        "digest": each.dataset.digest,
        "profile": json.loads(each.dataset.profile),
        "context": [tag.value for tag in each.tags],
    }
    for each in run.inputs.dataset_inputs
]
print(
    json.dumps(
        {
            "version": version.version,
            "version_tags": version.tags,
            "aliases": client.get_registered_model("demand").aliases,
            "prediction": [float(each) for each in model.predict(frame)],
            "status": run.info.status,
            "tags": run.data.tags,
            "params": run.data.params,
            "metrics": run.data.metrics,
            "artifacts": sorted(
                file.path
                for folder in client.list_artifacts(version.run_id)
                for file in client.list_artifacts(version.run_id, folder.path)
            ),
            "inputs": inputs,
            "trials": [
                {
                    "name": each.info.run_name,
                    "status": each.info.status,
                    "loss": each.data.metrics["loss"],
                    "params": len(each.data.params),
                }
                for each in trials
            ],
        }
    )
)
