// The oracle of kubeconform: whether objects are what JSON schemas in a directory say.
package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/yannh/kubeconform/pkg/validator"

	"frank.local/oracle/protocol"
)

type check struct {
	// Schemas is a directory with a file KIND-VERSION.json for each kind, the kind in small letters.
	Schemas string `json:"schemas"`
	Text    string `json:"text"`
}

func main() {
	protocol.Main(map[string]protocol.Ask{"kubeconform.check": protocol.Of(valid)})
}

// known keeps the validators, which keep the schemas that they have read.
var known = map[string]validator.Validator{}

// valid says of each object of a text whether its schema takes it. An object without schema is refused.
func valid(in check) (any, error) {
	judge, ok := known[in.Schemas]
	if !ok {
		location := filepath.Join(in.Schemas, "{{ .ResourceKind }}-{{ .ResourceAPIVersion }}.json")

		var err error
		if judge, err = validator.New([]string{location}, validator.Opts{Strict: true}); err != nil {
			return nil, protocol.Misasked{Reason: err.Error()}
		}

		known[in.Schemas] = judge
	}

	verdicts := []bool{}

	for _, result := range judge.Validate("question", io.NopCloser(strings.NewReader(in.Text))) {
		switch result.Status {
		case validator.Error:
			return nil, result.Err
		case validator.Valid, validator.Invalid:
			verdicts = append(verdicts, result.Status == validator.Valid)
		case validator.Empty, validator.Skipped:
		}
	}

	return verdicts, nil
}
