// Oracle for Omni: cluster templates, config patches and label selectors.
package main

import (
	"frank.local/oracle/protocol"

	"github.com/siderolabs/omni/client/pkg/cosi/labels"
	"github.com/siderolabs/omni/client/pkg/omni/resources/omni"
)

func main() {
	protocol.Main(map[string]protocol.Ask{
		"omni.export":   protocol.Of(export),
		"omni.render":   protocol.Of(render),
		"omni.validate": protocol.Of(validate),
		"omni.patch":    protocol.Of(validatePatch),
		"omni.selector": protocol.Of(readSelector),
	})
}

type text struct {
	Text string `json:"text"`
}

// validatePatch says whether Omni takes a config patch.
func validatePatch(in text) (any, error) {
	return nil, omni.ValidateConfigPatch([]byte(in.Text))
}

type selector struct {
	Text   string              `json:"text"`
	Labels []map[string]string `json:"labels"`
}

// readSelector reads a label selector and says which of the sets of labels it chooses.
func readSelector(in selector) (any, error) {
	query, err := labels.ParseQuery(in.Text)
	if err != nil {
		return nil, err
	}

	return describeQuery(query, in.Labels), nil
}
