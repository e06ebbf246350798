package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/siderolabs/omni/client/pkg/template/operations"
)

type templateText struct {
	// Text is the template.
	Text string `json:"text"`
	// Files are the files beside it, by name.
	Files map[string]string `json:"files"`
}

// never stands for the time of the render, which is in the metadata of every resource.
const never = "0001-01-01T00:00:00Z"

var times = regexp.MustCompile(`(?m)^(  (?:created|updated): ).*$`)

// render prints the resources of a template as the command does; their times are the year 1.
func render(in templateText) (any, error) {
	var printed bytes.Buffer

	err := in.inDirectory(func(file io.Reader, root *os.Root) error {
		return operations.RenderTemplate(file, &printed, root)
	})
	if err != nil {
		return nil, err
	}

	return times.ReplaceAllString(printed.String(), "${1}"+never), nil
}

func validate(in templateText) (any, error) {
	return nil, in.inDirectory(operations.ValidateTemplate)
}

// inDirectory hands over the template as a file in a directory that holds its files, and nothing else. Where that lies on the
// disk is taken out of what is said of it.
func (in templateText) inDirectory(do func(io.Reader, *os.Root) error) error {
	directory, err := os.MkdirTemp("", "oracle-omni-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory) //nolint:errcheck

	for name, text := range in.Files {
		path := filepath.Join(directory, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return err
		}
	}

	path := filepath.Join(directory, "template.yaml")
	if err := os.WriteFile(path, []byte(in.Text), 0o600); err != nil {
		return err
	}

	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck

	root, err := os.OpenRoot(directory)
	if err != nil {
		return err
	}
	defer root.Close() //nolint:errcheck

	if err := do(file, root); err != nil {
		return errors.New(strings.ReplaceAll(err.Error(), directory+"/", ""))
	}

	return nil
}
