#!/usr/bin/env python3
"""Writes crds.json, the schemas of Cilium's custom resources, out of their definitions.

    generate_crds.py DEFINITIONS > crds.json

DEFINITIONS is a directory with one directory of definitions per minor, as in cilium/cilium, pkg/k8s/apis/cilium.io/client/crds.
Every schema is written once and referred to by its number: the versions of a kind, and the minors, share nearly all of
them. Descriptions are left out. Needs PyYAML.
"""

import hashlib
import json
import pathlib
import sys

import yaml

SKIPPED = {"description", "x-kubernetes-map-type"}


def main():
    root = pathlib.Path(sys.argv[1])
    digest = hashlib.sha256()
    nodes, kinds = {}, []

    def intern(schema):
        node = {}
        for key, value in schema.items():
            if key in SKIPPED:
                continue
            if key == "properties":
                value = {name: intern(child) for name, child in value.items()}
            elif key in ("items", "additionalProperties", "not"):
                value = intern(value)
            elif key in ("oneOf", "anyOf", "allOf"):
                value = [intern(child) for child in value]
            elif key == "x-kubernetes-validations":
                value = [{"rule": rule["rule"], "message": rule["message"]} for rule in value]
            node[key] = value
        return nodes.setdefault(json.dumps(node, sort_keys=True, separators=(",", ":")), len(nodes))

    for minor in sorted(entry for entry in root.iterdir() if entry.is_dir()):
        for file in sorted(minor.glob("*.yaml")):
            text = file.read_bytes()
            digest.update(text)
            definition = yaml.safe_load(text)["spec"]
            kind = definition["names"]["kind"]
            versions = []
            for version in definition["versions"]:
                schema = version["schema"]["openAPIV3Schema"]
                versions.append({
                    "name": version["name"],
                    "served": version["served"],
                    "deprecated": version.get("deprecated", False),
                    "schema": intern(schema),
                })
            kinds.append({
                "minor": int(minor.name.split(".")[1]),
                "kind": kind,
                "plural": definition["names"]["plural"],
                "namespaced": definition["scope"] == "Namespaced",
                "shortNames": definition["names"].get("shortNames", []),
                "versions": versions,
            })
    compact = lambda value: json.dumps(value, separators=(",", ":"))
    print('{"source":"definitions of cilium/cilium, written by generate_crds.py, never edited; sha256 %s",' % digest.hexdigest())
    print('"kinds":[')
    print(",\n".join(compact(kind) for kind in kinds))
    print('],"schemas":[')
    print(",\n".join(nodes))
    print("]}")


main()
