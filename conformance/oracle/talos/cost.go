package main

import (
	"fmt"
	"time"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
)

type cost struct {
	Config  string   `json:"config"`
	Patches []string `json:"patches"`
	// Work is "decode", "encode", "merge" (of what is loaded already, and written afterwards) or "validate" (for metal).
	Work string `json:"work"`
	// Samples is how often the work is timed, each time doing it Repetitions times in a row.
	Samples     int `json:"samples"`
	Repetitions int `json:"repetitions"`
}

// measureWork does one kind of work again and again. Everything that the work starts from is made before the clock runs.
func measureWork(in cost) (any, error) {
	work, err := workOf(in)
	if err != nil {
		return nil, err
	}

	var text string

	took := []int64{}

	for range in.Samples {
		start := time.Now()

		for range in.Repetitions {
			if text, err = work(); err != nil {
				return nil, err
			}
		}

		took = append(took, time.Since(start).Nanoseconds())
	}

	return map[string]any{"took": took, "text": text}, nil
}

// workOf is the work, ready to be done; it says what it wrote, or nothing.
func workOf(in cost) (func() (string, error), error) {
	text := []byte(in.Config)

	provider, err := configloader.NewFromBytes(text)
	if err != nil {
		return nil, fmt.Errorf("load config: %w", err)
	}

	patches, err := configpatcher.LoadPatches(in.Patches)
	if err != nil {
		return nil, fmt.Errorf("load patch: %w", err)
	}

	switch in.Work {
	case "decode":
		return func() (string, error) {
			_, err := configloader.NewFromBytes(text)

			return "", err
		}, nil
	case "encode":
		return func() (string, error) { return encode(provider) }, nil
	case "merge":
		return func() (string, error) {
			patched, err := configpatcher.Apply(configpatcher.WithConfig(provider), patches)
			if err != nil {
				return "", err
			}

			written, err := patched.Bytes()

			return string(written), err
		}, nil
	case "validate":
		return func() (string, error) {
			_, err := asClient(provider)(mode("metal"))

			return "", err
		}, nil
	default:
		return nil, fmt.Errorf("unknown work %s", in.Work)
	}
}
