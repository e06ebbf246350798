// The oracle of Cilium's agent: whether it takes a rule of a network policy, and what it says if not.
package main

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy/api"

	"frank.local/oracle/protocol"
	"frank.local/oracle/ready"
)

type sanitize struct {
	// Rule is what stands below `spec`, or in one item of `specs`, of a policy.
	Rule json.RawMessage `json:"rule"`
}

func main() {
	// What depends on the values of the chart is switched on: it is a matter of those, and not of the rule.
	option.Config.EnableNodeSelectorLabels = true
	if err := ready.Prepare(); err != nil {
		log.Fatal(err)
	}
	protocol.Main(map[string]protocol.Ask{"policy.sanitize": protocol.Of(check)})
}

// check reads a rule and does what the agent does with it before anything else. A refusal begins with who refuses:
// "read" the reader of JSON, "rule" the agent.
func check(in sanitize) (any, error) {
	var rule api.Rule
	if err := json.Unmarshal(in.Rule, &rule); err != nil {
		return nil, fmt.Errorf("read %w", err)
	}

	if err := rule.Sanitize(); err != nil {
		return nil, fmt.Errorf("rule %w", err)
	}

	return nil, nil
}
