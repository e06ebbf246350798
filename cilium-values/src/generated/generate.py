#!/usr/bin/env python3
"""Writes charts.tsv, the facts about the keys of the chart, out of unpacked charts.

    generate.py CHARTS UNDECLARED > charts.tsv

CHARTS is a directory with `<version>/values.yaml` and `<version>/values.schema.json`, as they are in the chart of each
version. UNDECLARED is a table with a path and the versions whose templates read it although the schema does not
declare it. Needs PyYAML.
"""

import csv
import hashlib
import json
import pathlib
import re
import sys

import yaml

# Kubernetes' own map: its keys hold dots and are not keys of the chart.
OPAQUE = {"nodeSelector"}

# Keys that the templates read by way of a variable, so that a search for their path finds nothing. In every version.
MORE = {
    ("socketLB", "hostNamespaceOnly"),
    ("socketLB", "terminatePodConnections"),
    ("socketLB", "tracing"),
}

# Keys that were removed, and that the templates look for only to refuse them. In every version.
REFUSED = {
    ("clustermesh", "apiserver", "tls", "ca"),
    ("clustermesh", "apiserver", "tls", "ca", "cert"),
    ("clustermesh", "apiserver", "tls", "ca", "key"),
    ("containerRuntime",),
    ("containerRuntime", "integration"),
    ("encryption", "interface"),
    ("encryption", "keyFile"),
    ("encryption", "mountPath"),
    ("encryption", "secretName"),
    ("endpointStatus",),
    ("etcd", "managed"),
    ("proxy",),
    ("proxy", "prometheus"),
    ("proxy", "prometheus", "enabled"),
    ("proxy", "prometheus", "port"),
    ("remoteNodeIdentity",),
}


class Loader(yaml.SafeLoader):
    """YAML as Helm reads it: only the words true and false are booleans."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def kinds(schema):
    """The JSON types that a schema lets through."""
    if "enum" in schema:
        return {"enum:" + ",".join(schema["enum"])}
    for union in ("oneOf", "anyOf"):
        if union in schema:
            return set().union(*(kinds(branch) for branch in schema[union]))
    types = schema.get("type", "any")
    return set(types) if isinstance(types, list) else {types}


def walk(schema, path, found):
    for key, child in schema.get("properties", {}).items():
        found[path + (key,)] = kinds(child)
        if key not in OPAQUE:
            walk(child, path + (key,), found)


def value(tree, path):
    for key in path:
        if not isinstance(tree, dict) or key not in tree:
            return None
        tree = tree[key]
    return json.dumps(tree, separators=(",", ":"), ensure_ascii=False, sort_keys=False)


def main():
    root = pathlib.Path(sys.argv[1])
    versions = sorted(
        (entry.name for entry in root.iterdir() if entry.is_dir()), key=lambda name: [int(part) for part in name.split(".")]
    )
    digest = hashlib.sha256()
    declared, trees = [], []
    for version in versions:
        texts = [(root / version / name).read_bytes() for name in ("values.schema.json", "values.yaml")]
        for text in texts:
            digest.update(text)
        found = {}
        walk(json.loads(texts[0]), (), found)
        declared.append(found)
        trees.append(yaml.load(texts[1], Loader))
    undeclared = {}
    with open(sys.argv[2], encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            path = tuple(row["path"].split("."))
            undeclared[path] = set(row["referenced in"].split(","))
    for path in MORE | REFUSED:
        assert path not in undeclared and not any(path in found for found in declared), "no longer needed"
        undeclared[path] = set(versions)
    paths = set(undeclared).union(*declared)
    parents = {path[:-1] for path in paths}
    print("# Written by generate.py; never edited.")
    print("# values.schema.json and values.yaml of the charts, sha256", digest.hexdigest())
    print("# path, declared in, read though undeclared in (a digit per chart), charts=types;..., charts=default ...")
    print("charts", *versions, sep="\t")
    for path in sorted(paths):
        inside = "".join("1" if path in found else "0" for found in declared)
        outside = "".join("1" if version in undeclared.get(path, ()) else "0" for version in versions)
        types = {}
        for index, found in enumerate(declared):
            if path in found:
                types.setdefault("|".join(sorted(found[path])), ["0"] * len(versions))[index] = "1"
        defaults = {}
        if path not in parents:
            for index, tree in enumerate(trees):
                default = value(tree, path)
                if default is not None and inside[index] + outside[index] != "00":
                    defaults.setdefault(default, ["0"] * len(versions))[index] = "1"
        cells = ["".join(mask) + "=" + default for default, mask in defaults.items()]
        kinds_by_chart = ";".join("".join(mask) + "=" + names for names, mask in types.items())
        print(".".join(path), inside, outside, kinds_by_chart, *cells, sep="\t")


main()
