package main

import (
	"fmt"
	"path"
	"strings"
	gotemplate "text/template"
	_ "unsafe" // for the names of Helm's engine below

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
)

// Helm's engine parses all templates of a chart for each rendering, which takes two thirds of the time of one. What it
// parses them with, runs them on and says of errors is all its own here, by the names that it keeps to itself.

//go:linkname functions helm.sh/helm/v3/pkg/engine.Engine.initFunMap
func functions(e engine.Engine, set *gotemplate.Template)

//go:linkname scopes helm.sh/helm/v3/pkg/engine.allTemplates
func scopes(c *chart.Chart, values chartutil.Values) map[string]scope

//go:linkname sorted helm.sh/helm/v3/pkg/engine.sortTemplates
func sorted(templates map[string]scope) []string

//go:linkname executionError helm.sh/helm/v3/pkg/engine.cleanupExecError
func executionError(name string, err error) error

// scope is a template and what it runs on, laid out as the engine's own.
type scope struct {
	text     string
	values   chartutil.Values
	basePath string
}

// templates are those of a chart, parsed.
type templates struct {
	set *gotemplate.Template
	// names are in the order in which they were parsed and are run.
	names []string
}

func parse(c *chart.Chart) (*templates, error) {
	all := scopes(c, chartutil.Values{})
	set := gotemplate.New("gotpl")
	set.Option("missingkey=zero")
	functions(engine.Engine{}, set)

	names := sorted(all)
	for _, name := range names {
		if _, err := set.New(name).Parse(all[name].text); err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
	}

	return &templates{set: set, names: names}, nil
}

// render runs all templates but those that are only there for others.
func (t *templates) render(c *chart.Chart, values chartutil.Values) (files map[string]string, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("rendering template failed: %v", reason)
		}
	}()

	// The functions count how deep templates include each other.
	functions(engine.Engine{}, t.set)

	scopes := scopes(c, values)
	files = make(map[string]string, len(t.names))

	for _, name := range t.names {
		if strings.HasPrefix(path.Base(name), "_") {
			continue
		}

		scope := scopes[name]
		scope.values["Template"] = chartutil.Values{"Name": name, "BasePath": scope.basePath}

		var written strings.Builder
		if err := t.set.ExecuteTemplate(&written, name, scope.values); err != nil {
			return nil, executionError(name, err)
		}

		files[name] = strings.ReplaceAll(written.String(), "<no value>", "")
	}

	return files, nil
}
