// The oracle of Helm: whether the chart of a version of Cilium renders with some values, and why not.
package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/releaseutil"

	"frank.local/oracle/protocol"
)

type template struct {
	// Chart is the version of the chart, one of those that have a mod file here.
	Chart string `json:"chart"`
	// Values is what a values file holds, or the text of one.
	Values json.RawMessage `json:"values"`
	// Kubernetes is a version; the one that this Helm was built for when absent. APIs are served beyond its own.
	Kubernetes string   `json:"kubernetes"`
	APIs       []string `json:"apis"`
}

func main() {
	// A chart is a few megabytes that stay, and every rendering as many that go: collecting less often costs little memory.
	debug.SetGCPercent(800)

	protocol.Main(map[string]protocol.Ask{
		"helm.template": protocol.Of(render),
		"helm.fails":    protocol.Of(fails),
	})
}

// render does what `helm template` does, without a cluster. A refusal begins with who refuses: "values" the reader of
// the file, "schema" the chart's schema, "fail" the chart's templates with a message, "template" any other error in
// them, "output" the reader of what they wrote.
func render(in template) (any, error) {
	cilium, err := load(in.Chart)
	if err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	capabilities, err := capabilities(in)
	if err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	given, err := chartutil.ReadValues(file(in.Values))
	if err != nil {
		return nil, fmt.Errorf("values %w", err)
	}

	release := chartutil.ReleaseOptions{Name: "cilium", Namespace: "kube-system", Revision: 1, IsInstall: true}

	values, err := chartutil.ToRenderValuesWithSchemaValidation(cilium.Chart, given, release, capabilities, true)
	if err != nil {
		return nil, fmt.Errorf("schema %s", complaints(err))
	}

	coalesced, err := values.Table("Values")
	if err != nil {
		return nil, err
	}

	if err := cilium.validator.Validate(coalesced.AsMap()); err != nil {
		return nil, fmt.Errorf("schema %s", complaints(err))
	}

	files, err := cilium.templates.render(cilium.Chart, values)
	if err != nil {
		return nil, reason(err)
	}

	return objects(files)
}

// file is the text of a values file; what is no text in the question is a file of JSON.
func file(values json.RawMessage) []byte {
	var text string
	if err := json.Unmarshal(values, &text); err == nil {
		return []byte(text)
	}

	return values
}

// counted keeps how many manifests a rendered file has: most values change a few of the files only.
var counted = map[[sha256.Size]byte]int{}

// objects counts what was rendered, in the order in which Helm reads it.
func objects(files map[string]string) (any, error) {
	all := 0

	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, "NOTES.txt") {
			continue
		}

		key := sha256.Sum256([]byte(name + "\n" + files[name]))

		count, known := counted[key]
		if !known {
			_, manifests, err := releaseutil.SortManifests(map[string]string{name: files[name]}, nil, releaseutil.InstallOrder)
			if err != nil {
				return nil, fmt.Errorf("output %w", err)
			}

			count = len(manifests)
			counted[key] = count
		}

		all += count
	}

	return map[string]int{"objects": all}, nil
}

func capabilities(in template) (*chartutil.Capabilities, error) {
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.APIVersions = append(capabilities.APIVersions, in.APIs...)

	if in.Kubernetes != "" {
		version, err := chartutil.ParseKubeVersion(in.Kubernetes)
		if err != nil {
			return nil, err
		}

		capabilities.KubeVersion = *version
	}

	return capabilities, nil
}

// complaints are the lines of a schema error that name a value, without the chart and the file's own address.
func complaints(err error) string {
	var lines []string

	for line := range strings.Lines(err.Error()) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "- ") {
			lines = append(lines, strings.TrimPrefix(line, "- "))
		}
	}

	if lines == nil {
		return err.Error()
	}

	slices.Sort(lines)

	return strings.Join(lines, "\n")
}

// failed is how the engine writes what a template says with `fail`.
var failed = regexp.MustCompile(`(?s)execution error at \([^)]*\): (.*)$`)

func reason(err error) error {
	if message := failed.FindStringSubmatch(err.Error()); message != nil {
		return fmt.Errorf("fail %s", message[1])
	}

	return errors.New("template " + err.Error())
}

// fails lists the places in the templates where the chart may refuse, as file and message.
func fails(in template) (any, error) {
	cilium, err := load(in.Chart)
	if err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	return messages(cilium.Chart), nil
}

var (
	call = regexp.MustCompile(`\bfail\s+(?:\(\s*printf\s+)?"((?:[^"\\]|\\.)*)"|\brequired\s+"((?:[^"\\]|\\.)*)"`)
)

func messages(cilium *chart.Chart) map[string][]string {
	found := map[string][]string{}

	for _, file := range cilium.Templates {
		for _, match := range call.FindAllStringSubmatch(string(file.Data), -1) {
			found[file.Name] = append(found[file.Name], match[1]+match[2])
		}
	}

	return found
}
