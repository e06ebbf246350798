// The oracle of Talos: reading, patching, validating and writing machine configurations with upstream's own code.
//
// The minor is chosen when building: go.mod has 1.13, the v1.*.mod files the others.
package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
	"github.com/siderolabs/talos/pkg/machinery/config/encoder"
	"github.com/siderolabs/talos/pkg/machinery/config/validation"

	"frank.local/oracle/protocol"
)

type decode struct {
	Text string `json:"text"`
	// Patch reads the text as a patch, of either kind; only the verdict is answered.
	Patch bool `json:"patch"`
}

type same struct {
	Text string `json:"text"`
	// Other is the same configuration as somebody else wrote it.
	Other string `json:"other"`
}

type patch struct {
	Config  string   `json:"config"`
	Patches []string `json:"patches"`
	// Via is "bytes" or "config": how the configuration is handed over. A JSON patch sees the text of the first and
	// the canonical encoding of the second.
	Via string `json:"via"`
}

type validate struct {
	Text string `json:"text"`
	// Mode is "metal", "cloud" or "container".
	Mode   string `json:"mode"`
	Strict bool   `json:"strict"`
	Local  bool   `json:"local"`
}

// document is the identity of one document, as upstream sees it.
type document struct {
	Kind       string `json:"kind"`
	APIVersion string `json:"apiVersion"`
	Name       string `json:"name,omitempty"`
}

// mode is the platform that a configuration is validated for.
type mode string

func (m mode) String() string        { return string(m) }
func (m mode) RequiresInstall() bool { return m == "metal" }
func (m mode) InContainer() bool     { return m == "container" }

func main() {
	protocol.Main(map[string]protocol.Ask{
		"talos.cost":     protocol.Of(measureWork),
		"talos.decode":   protocol.Of(decodeText),
		"talos.patch":    protocol.Of(applyPatches),
		"talos.same":     protocol.Of(isSame),
		"talos.validate": protocol.Of(validateText),
	})
}

func decodeText(in decode) (any, error) {
	if in.Patch {
		_, err := configpatcher.LoadPatch([]byte(in.Text))

		return map[string]any{}, err
	}

	provider, err := configloader.NewFromBytes([]byte(in.Text))
	if err != nil {
		return nil, err
	}

	documents := []document{}

	for _, each := range provider.Documents() {
		entry := document{Kind: each.Kind(), APIVersion: each.APIVersion()}
		if named, ok := each.(interface{ Name() string }); ok {
			entry.Name = named.Name()
		}

		documents = append(documents, entry)
	}

	encoded, err := encode(provider)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}

	return map[string]any{"documents": documents, "encoded": encoded}, nil
}

// isSame says whether two texts are one configuration: whether they are the same once they are written.
func isSame(in same) (any, error) {
	texts := [2]string{in.Text, in.Other}

	for i, text := range texts {
		provider, err := configloader.NewFromBytes([]byte(text))
		if err != nil && i == 0 {
			return nil, err
		}

		if err != nil {
			return map[string]any{"same": false, "other": err.Error()}, nil
		}

		if texts[i], err = encode(provider); err != nil {
			return nil, fmt.Errorf("encode: %w", err)
		}
	}

	return map[string]any{"same": texts[0] == texts[1]}, nil
}

func applyPatches(in patch) (any, error) {
	patches, err := configpatcher.LoadPatches(in.Patches)
	if err != nil {
		return nil, fmt.Errorf("load patch: %w", err)
	}

	input := configpatcher.WithBytes([]byte(in.Config))

	if in.Via == "config" {
		provider, err := configloader.NewFromBytes([]byte(in.Config))
		if err != nil {
			return nil, fmt.Errorf("load config: %w", err)
		}

		input = configpatcher.WithConfig(provider)
	}

	patched, err := configpatcher.Apply(input, patches)
	if err != nil {
		return nil, fmt.Errorf("apply: %w", err)
	}

	encoded, err := patched.Bytes()
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}

	return string(encoded), nil
}

func validateText(in validate) (any, error) {
	provider, err := configloader.NewFromBytes([]byte(in.Text))
	if err != nil {
		return nil, err
	}

	var options []validation.Option
	if in.Strict {
		options = append(options, validation.WithStrict())
	}

	if in.Local {
		options = append(options, validation.WithLocal())
	}

	warnings, err := asClient(provider)(mode(in.Mode), options...)
	if warnings == nil {
		warnings = []string{}
	}

	return map[string]any{"warnings": warnings, "errors": split(err)}, nil
}

// asClient is the check that talosctl makes: 1.14 gave it a name of its own.
func asClient(provider config.Provider) func(validation.RuntimeMode, ...validation.Option) ([]string, error) {
	if newer, ok := provider.(interface {
		ValidateAsClient(validation.RuntimeMode, ...validation.Option) ([]string, error)
	}); ok {
		return newer.ValidateAsClient
	}

	return provider.Validate
}

// split lists the single complaints of a validation error, in upstream's order. A group keeps its headline before each
// of its members; what concerns one document is one complaint.
func split(err error) []string {
	if err == nil {
		return []string{}
	}

	members, text := group(err)
	if members == nil {
		return []string{flat(err)}
	}

	headline, _, _ := strings.Cut(err.Error(), text)
	complaints := []string{}

	for _, member := range members {
		for _, complaint := range split(member) {
			complaints = append(complaints, headline+complaint)
		}
	}

	return complaints
}

// group is the group of errors that err is, or wraps alone, and its text.
func group(err error) ([]error, string) {
	for ; err != nil; err = errors.Unwrap(err) {
		if group, ok := err.(interface{ WrappedErrors() []error }); ok {
			return group.WrappedErrors(), err.Error()
		}
	}

	return nil, ""
}

// flat is the text of an error with a line for each member of the groups in it.
func flat(err error) string {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string

		for _, each := range joined.Unwrap() {
			lines = append(lines, flat(each))
		}

		return strings.Join(lines, "\n")
	}

	if members, _ := group(err); members != nil {
		return strings.Join(split(err), "\n")
	}

	inner := errors.Unwrap(err)
	if inner == nil {
		return err.Error()
	}

	before, after, found := strings.Cut(err.Error(), inner.Error())
	if !found {
		return err.Error()
	}

	return before + flat(inner) + after
}

func encode(provider config.Provider) (string, error) {
	encoded, err := provider.EncodeBytes(encoder.WithComments(encoder.CommentsDisabled))

	return string(encoded), err
}
