package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
)

// definition is one served version of a custom resource, ready to check objects.
type definition struct {
	structural *structuralschema.Structural
	validator  validation.SchemaValidator
	rules      *cel.Validator
}

// loaded keeps what was read: a schema takes longer to compile than a thousand objects to check.
var loaded = map[string]*definition{}

// load finds a definition in a gzipped JSON file: an object from the resource's name, then version, to the schema.
func load(file, name, version string) (*definition, error) {
	key := file + " " + name + " " + version
	if known, ok := loaded[key]; ok {
		return known, nil
	}

	schemas, err := readSchemas(file)
	if err != nil {
		return nil, err
	}

	schema, ok := schemas[name][version]
	if !ok {
		return nil, fmt.Errorf("no %s %s in %s", name, version, file)
	}

	compiled, err := compile(schema)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}

	loaded[key] = compiled

	return compiled, nil
}

func readSchemas(file string) (map[string]map[string]*apiextensionsv1.JSONSchemaProps, error) {
	packed, err := os.Open(file)
	if err != nil {
		return nil, err
	}

	defer packed.Close() //nolint:errcheck // it was only read

	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}

	var schemas map[string]map[string]*apiextensionsv1.JSONSchemaProps

	return schemas, json.NewDecoder(unpacked).Decode(&schemas)
}

func compile(schema *apiextensionsv1.JSONSchemaProps) (*definition, error) {
	internal := &apiextensions.JSONSchemaProps{}
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(schema, internal, nil); err != nil {
		return nil, err
	}

	structural, err := structuralschema.NewStructural(internal)
	if err != nil {
		return nil, err
	}

	validator, _, err := validation.NewSchemaValidator(internal)
	if err != nil {
		return nil, err
	}

	return &definition{structural: structural, validator: validator, rules: newRules(structural)}, nil
}
