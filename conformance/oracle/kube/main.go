// The oracle of the Kubernetes API server: what it makes of a custom resource, by the code that the server itself runs.
package main

import (
	"context"
	"fmt"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/json"
	"sigs.k8s.io/yaml"

	"frank.local/oracle/protocol"
)

type check struct {
	// CRDs is a file of definitions, CRD the name of one in it, Version the served version.
	CRDs    string `json:"crds"`
	CRD     string `json:"crd"`
	Version string `json:"version"`
	// Object is the resource as YAML; Old, if there is one, is what it replaces.
	Object string `json:"object"`
	Old    string `json:"old"`
}

// complaint is one reason for which the server refuses an object.
type complaint struct {
	Type   string `json:"type"`
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

func main() {
	protocol.Main(map[string]protocol.Ask{"crd.check": protocol.Of(checkObject)})
}

// checkObject does what the server does with an object that is created or replaced: prune, fill in defaults, validate.
func checkObject(in check) (any, error) {
	definition, err := load(in.CRDs, in.CRD, in.Version)
	if err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	object, err := read(in.Object)
	if err != nil {
		return nil, fmt.Errorf("object: %w", err)
	}

	var old map[string]any
	if in.Old != "" {
		if old, err = read(in.Old); err != nil {
			return nil, fmt.Errorf("old object: %w", err)
		}
	}

	pruned := pruning.PruneWithOptions(object, definition.structural, true,
		structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	if pruned == nil {
		pruned = []string{}
	}

	defaulting.Default(object, definition.structural)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, definition.structural)

	return map[string]any{
		"object": object, "pruned": pruned, "errors": complaints(validate(definition, object, old)),
	}, nil
}

func validate(definition *definition, object, old map[string]any) field.ErrorList {
	if old != nil {
		errors := validation.ValidateCustomResourceUpdate(nil, object, old, definition.validator)
		errors = append(errors, listtype.ValidateListSetsAndMaps(nil, definition.structural, object)...)

		return append(errors, rules(definition, object, old)...)
	}

	errors := validation.ValidateCustomResource(nil, object, definition.validator)
	errors = append(errors, listtype.ValidateListSetsAndMaps(nil, definition.structural, object)...)

	return append(errors, rules(definition, object, nil)...)
}

// rules evaluates the CEL rules of the definition.
func rules(definition *definition, object, old map[string]any) field.ErrorList {
	if definition.rules == nil {
		return nil
	}

	var previous any
	if old != nil {
		previous = old
	}

	errors, _ := definition.rules.Validate(context.Background(), nil, definition.structural, object, previous,
		celconfig.RuntimeCELCostBudget)

	return errors
}

func newRules(structural *structuralschema.Structural) *cel.Validator {
	return cel.NewValidator(structural, true, celconfig.PerCallLimit)
}

// read makes of a text what the server has in hand after a client sent it: JSON whose whole numbers are integers.
func read(text string) (map[string]any, error) {
	sent, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return nil, err
	}

	object := map[string]any{}
	err = json.UnmarshalCaseSensitivePreserveInts(sent, &object)

	return object, err
}

func complaints(errors field.ErrorList) []complaint {
	list := []complaint{}
	for _, err := range errors {
		list = append(list, complaint{Type: string(err.Type), Field: err.Field, Detail: err.Detail})
	}

	return list
}
