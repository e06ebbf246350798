package main

import (
	"github.com/cosi-project/runtime/pkg/resource"
)

// describeQuery spells the terms of a query out, and which of the sets of labels it chooses.
func describeQuery(query *resource.LabelQuery, sets []map[string]string) any {
	terms := []any{}

	for _, term := range query.Terms {
		values := []string{}
		values = append(values, term.Value...)

		terms = append(terms, map[string]any{
			"key": term.Key, "op": int(term.Op), "values": values, "invert": term.Invert,
		})
	}

	chosen := []bool{}

	for _, set := range sets {
		var labels resource.Labels
		for key, value := range set {
			labels.Set(key, value)
		}

		chosen = append(chosen, query.Matches(labels))
	}

	return map[string]any{"terms": terms, "chosen": chosen}
}
