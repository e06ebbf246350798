#!/usr/bin/env python3
"""What PyYAML reads in a document of texts: `read.py FILE` prints one line of JSON."""

import json
import sys

import yaml


def told(value):
    """A text as it is, anything else with its type."""
    return value if isinstance(value, str) else {type(value).__name__: str(value)}


text = open(sys.argv[1], encoding="utf-8", newline="").read()
document = yaml.safe_load(text)
read = {"values": [told(value) for value in document["values"]], "keys": [told(key) for key in document["keys"]]}
print(json.dumps({"reader": f"PyYAML {yaml.__version__}", "text": text, **read}))
