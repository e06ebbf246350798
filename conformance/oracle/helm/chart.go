package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chart/loader"
)

// opened is a chart that was read, with its schema ready to validate and its templates ready to run.
type opened struct {
	*chart.Chart
	validator *jsonschema.Schema
	templates *templates
}

// loaded keeps the charts that were read.
var loaded = map[string]*opened{}

// load reads the chart of a version out of Cilium's own Go module, which a mod file of that version pins.
func load(version string) (*opened, error) {
	if known, ok := loaded[version]; ok {
		return known, nil
	}

	module, err := directory(version)
	if err != nil {
		return nil, err
	}

	cilium, err := loader.LoadDir(filepath.Join(module, "install", "kubernetes", "cilium"))
	if err != nil {
		return nil, err
	}

	validator, err := compile(cilium.Schema)
	if err != nil {
		return nil, fmt.Errorf("schema of chart %s: %w", version, err)
	}

	for _, file := range cilium.Templates {
		file.Data = quickKeys(file.Data)
	}

	templates, err := parse(cilium)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", version, err)
	}

	loaded[version] = &opened{Chart: cilium, validator: validator, templates: templates}

	return loaded[version], nil
}

// keyed finds the calls that make a certificate with a key of RSA.
var keyed = regexp.MustCompile(`\b(genCA|genSignedCert)\b (.*?)( -?}})`)

// quickKeys lets certificates have keys of elliptic curves, which nobody looks at here: three quarters of the time of a
// rendering went into primes.
func quickKeys(template []byte) []byte {
	return keyed.ReplaceAll(template, []byte(`${1}WithKey $2 (genPrivateKey "ecdsa")$3`))
}

// directory asks the Go command where the module is; it brings it when it is not there.
func directory(version string) (string, error) {
	if strings.ContainsAny(version, "/\\") {
		return "", fmt.Errorf("%q is no version", version)
	}

	_, source, _, _ := runtime.Caller(0)
	command := exec.Command("go", "mod", "download", "-json", "-modfile", "chart-"+version+".mod", "github.com/cilium/cilium")
	command.Dir = filepath.Dir(source)

	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("chart %s: %w", version, err)
	}

	var module struct{ Dir string }
	err = json.Unmarshal(output, &module)

	return module.Dir, err
}
