package main

import (
	"time"

	"github.com/cosi-project/runtime/pkg/resource"
	"go.yaml.in/yaml/v4"
)

type metadataText struct {
	Text string `json:"text"`
}

// readMetadata reads the metadata of a resource from YAML. Times are in RFC 3339, empty where there is none.
func readMetadata(in metadataText) (any, error) {
	var read resource.Metadata
	if err := yaml.Unmarshal([]byte(in.Text), &read); err != nil {
		return nil, err
	}

	finalizers := []string{}
	for _, finalizer := range *read.Finalizers() {
		finalizers = append(finalizers, finalizer)
	}

	return map[string]any{
		"namespace": read.Namespace(), "type": read.Type(), "id": read.ID(),
		"version": read.Version().String(), "owner": read.Owner(), "phase": read.Phase().String(),
		"created": moment(read.Created()), "updated": moment(read.Updated()),
		"labels": pairs(read.Labels().Raw()), "annotations": pairs(read.Annotations().Raw()), "finalizers": finalizers,
	}, nil
}

func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}

	return at.Format(time.RFC3339Nano)
}

func pairs(raw map[string]string) map[string]string {
	if raw == nil {
		return map[string]string{}
	}

	return raw
}
