package main

import "go.yaml.in/yaml/v4"

// node is one place of a YAML text as the library's own tree has it.
type node struct {
	Kind    string `json:"kind"`
	Tag     string `json:"tag,omitempty"`
	Value   string `json:"value,omitempty"`
	Style   uint32 `json:"style,omitempty"`
	Anchor  string `json:"anchor,omitempty"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Content []node `json:"content,omitempty"`
}

var kinds = map[yaml.Kind]string{
	yaml.DocumentNode: "document",
	yaml.SequenceNode: "list",
	yaml.MappingNode:  "map",
	yaml.ScalarNode:   "scalar",
	yaml.AliasNode:    "alias",
}

// tree copies what can be compared; an alias is not followed, so the size stays that of the text.
func tree(from *yaml.Node) node {
	to := node{
		Kind:   kinds[from.Kind],
		Tag:    from.ShortTag(),
		Value:  from.Value,
		Style:  uint32(from.Style),
		Anchor: from.Anchor,
		Line:   from.Line,
		Column: from.Column,
	}

	for _, child := range from.Content {
		to.Content = append(to.Content, tree(child))
	}

	return to
}
