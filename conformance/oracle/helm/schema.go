package main

import (
	"bytes"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// address is what the schema of a chart is called by the library that Helm validates with.
const address = "file:///values.schema.json"

// compile makes a validator of the text of a schema, as Helm does anew for each rendering; that takes a third of the
// time of one, and Cilium's charts depend on no others whose schemas would have to be asked too.
func compile(text []byte) (*jsonschema.Schema, error) {
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}

	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(address, schema); err != nil {
		return nil, err
	}

	return compiler.Compile(address)
}
