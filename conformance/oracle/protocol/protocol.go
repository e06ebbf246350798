// Package protocol is the conversation that every oracle program holds: one question a line on standard input, one
// answer a line on standard output, in the same order, for as long as the input stays open.
package protocol

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// Ask answers one question of a kind. An error is upstream's refusal, in upstream's words.
type Ask func(question json.RawMessage) (any, error)

// Answer is one line of output: an object with one key, which is the verdict.
//
// "ok" has the result, "refused" upstream's error, "panicked" the value of a crash. "misasked" says that the question
// was not understood: a fault of the caller, never a verdict of upstream.
type Answer map[string]any

// Misasked is the error for a question that no upstream code got to see.
type Misasked struct{ Reason string }

func (m Misasked) Error() string { return m.Reason }

// Read turns the question into the fields that one operation needs.
func Read[T any](question json.RawMessage) (T, error) {
	var fields T

	if err := json.Unmarshal(question, &fields); err != nil {
		return fields, Misasked{err.Error()}
	}

	return fields, nil
}

// Of makes an Ask from a function over typed fields.
func Of[T any](answer func(T) (any, error)) Ask {
	return func(question json.RawMessage) (any, error) {
		fields, err := Read[T](question)
		if err != nil {
			return nil, err
		}

		return answer(fields)
	}
}

// Main serves standard input until it ends, or a file of questions when there are arguments (see rounds). The operation
// "hello" is always there: it names the modules that are built in, with their versions.
func Main(operations map[string]Ask) {
	operations["hello"] = Of(func(struct{}) (any, error) { return modules(), nil })

	var err error
	if len(os.Args) > 1 {
		err = rounds(os.Args[1:], operations)
	} else {
		err = serve(os.Stdin, os.Stdout, operations)
	}

	if err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func serve(input io.Reader, output io.Writer, operations map[string]Ask) error {
	reader := bufio.NewReaderSize(input, 1<<20)
	writer := bufio.NewWriter(output)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)

	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 1 {
			if err := encoder.Encode(answer(line, operations)); err != nil {
				return err
			}
			// Whoever asks one question at a time waits for its answer.
			if reader.Buffered() == 0 {
				if err := writer.Flush(); err != nil {
					return err
				}
			}
		}

		if err == io.EOF {
			return writer.Flush()
		}

		if err != nil {
			return err
		}
	}
}

func answer(line []byte, operations map[string]Ask) Answer {
	ask, err := choose(line, operations)
	if err != nil {
		return Answer{"misasked": err.Error()}
	}

	return guarded(ask, line)
}

// choose finds who answers a question.
func choose(line []byte, operations map[string]Ask) (Ask, error) {
	var head struct {
		Op string `json:"op"`
	}

	if err := json.Unmarshal(line, &head); err != nil {
		return nil, err
	}

	ask, known := operations[head.Op]
	if !known {
		return nil, fmt.Errorf("unknown op %s", head.Op)
	}

	return ask, nil
}

// guarded asks, and turns a crash into an answer.
func guarded(ask Ask, line []byte) (result Answer) {
	defer func() {
		if value := recover(); value != nil {
			result = Answer{"panicked": fmt.Sprint(value)}
		}
	}()

	value, err := ask(line)

	switch err := err.(type) {
	case nil:
		return Answer{"ok": value}
	case Misasked:
		return Answer{"misasked": err.Reason}
	default:
		return Answer{"refused": err.Error()}
	}
}

func modules() map[string]string {
	versions := map[string]string{}

	info, ok := debug.ReadBuildInfo()
	if !ok {
		return versions
	}

	versions["go"] = info.GoVersion

	for _, module := range info.Deps {
		if module.Replace != nil {
			versions[module.Path] = module.Replace.Path + " " + module.Replace.Version

			continue
		}

		versions[module.Path] = module.Version
	}

	return versions
}
