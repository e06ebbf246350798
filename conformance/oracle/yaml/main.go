// The oracle of Go's YAML libraries: typed reading, the node tree, and writing.
//
// The library is chosen when building: go.mod has the newest that an upstream uses, the other *.mod files older ones.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"frank.local/oracle/protocol"
)

// sample is the structure that "struct" reads into: one field of each kind that machine configurations have.
type sample struct {
	Name   string            `yaml:"name"`
	Count  int               `yaml:"count"`
	Port   uint16            `yaml:"port"`
	Ratio  float64           `yaml:"ratio"`
	Flag   bool              `yaml:"flag"`
	Maybe  *bool             `yaml:"maybe"`
	Tags   []string          `yaml:"tags"`
	Labels map[string]string `yaml:"labels"`
	Inner  *inner            `yaml:"inner"`
	Items  []inner           `yaml:"items"`
	Free   map[string]any    `yaml:"free"`
}

type inner struct {
	ID    string `yaml:"id"`
	Level int    `yaml:"level"`
}

// targets names every type that a text can be read into.
var targets = map[string]reflect.Type{
	"any":               reflect.TypeFor[any](),
	"string":            reflect.TypeFor[string](),
	"*string":           reflect.TypeFor[*string](),
	"bool":              reflect.TypeFor[bool](),
	"*bool":             reflect.TypeFor[*bool](),
	"int":               reflect.TypeFor[int](),
	"*int":              reflect.TypeFor[*int](),
	"int32":             reflect.TypeFor[int32](),
	"uint8":             reflect.TypeFor[uint8](),
	"uint16":            reflect.TypeFor[uint16](),
	"uint32":            reflect.TypeFor[uint32](),
	"uint64":            reflect.TypeFor[uint64](),
	"float64":           reflect.TypeFor[float64](),
	"duration":          reflect.TypeFor[time.Duration](),
	"[]string":          reflect.TypeFor[[]string](),
	"[]int":             reflect.TypeFor[[]int](),
	"[]any":             reflect.TypeFor[[]any](),
	"map[string]string": reflect.TypeFor[map[string]string](),
	"map[string]int":    reflect.TypeFor[map[string]int](),
	"map[string]any":    reflect.TypeFor[map[string]any](),
	"struct":            reflect.TypeFor[sample](),
}

type read struct {
	Text string `json:"text"`
	Into string `json:"into"`
	// Strict refuses keys that the structure does not know.
	Strict bool `json:"strict"`
}

type text struct {
	Text string `json:"text"`
}

type write struct {
	// Value is any JSON value; whole numbers stay whole.
	Value json.RawMessage `json:"value"`
}

func main() {
	protocol.Main(map[string]protocol.Ask{
		"yaml.read":  protocol.Of(readInto),
		"yaml.all":   protocol.Of(readAll),
		"yaml.tree":  protocol.Of(readTree),
		"yaml.write": protocol.Of(writeValue),
	})
}

// readInto reads the first document of a text into a named type. The rest of the stream must be YAML.
func readInto(in read) (any, error) {
	target, known := targets[in.Into]
	if !known {
		return nil, protocol.Misasked{Reason: "unknown type " + in.Into}
	}

	value := reflect.New(target)
	decoder := yaml.NewDecoder(strings.NewReader(in.Text))
	decoder.KnownFields(in.Strict)

	// An empty stream leaves the zero value, as the one-call form of the library does.
	if err := decoder.Decode(value.Interface()); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}

	for {
		err := decoder.Decode(new(yaml.Node))
		if errors.Is(err, io.EOF) {
			return describe(value.Elem()), nil
		}

		if err != nil {
			return nil, err
		}
	}
}

// readAll reads every document of a stream without a type.
func readAll(in text) (any, error) {
	decoder := yaml.NewDecoder(strings.NewReader(in.Text))
	documents := []any{}

	for {
		var value any

		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return documents, nil
		}

		if err != nil {
			return nil, err
		}

		documents = append(documents, describe(reflect.ValueOf(&value).Elem()))
	}
}

// readTree reads every document as nodes: what stands where, before any type is asked for.
func readTree(in text) (any, error) {
	decoder := yaml.NewDecoder(strings.NewReader(in.Text))
	documents := []any{}

	for {
		var document yaml.Node

		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return documents, nil
		}

		if err != nil {
			return nil, err
		}

		documents = append(documents, tree(&document))
	}
}

// writeValue writes a value as the library does when it is left its defaults.
func writeValue(in write) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(in.Value))
	decoder.UseNumber()

	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	written, err := yaml.Marshal(numbers(value))

	return string(written), err
}

// numbers turns JSON's numbers into Go's.
func numbers(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := value.Int64(); err == nil {
			return whole
		}

		float, _ := value.Float64() //nolint:errcheck // what the decoder accepted is a number

		return float
	case []any:
		for i := range value {
			value[i] = numbers(value[i])
		}
	case map[string]any:
		for key := range value {
			value[key] = numbers(value[key])
		}
	}

	return value
}
