package protocol

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

// round is what one round over all questions took, in nanoseconds.
type round struct {
	Wall int64 `json:"wall"`
	// CPU is what all threads of the process worked meanwhile, the garbage collector's among them.
	CPU int64 `json:"cpu"`
}

// rounds answers a file of questions several times over and writes the answers of the last time to another file. What
// each round took is a line of output: from the text of a question to the text of its answer, without files.
func rounds(arguments []string, operations map[string]Ask) error {
	if len(arguments) != 3 {
		return fmt.Errorf("usage: oracle [ROUNDS QUESTIONS ANSWERS]")
	}

	times, err := strconv.Atoi(arguments[0])
	if err != nil {
		return err
	}

	text, err := os.ReadFile(arguments[1])
	if err != nil {
		return err
	}

	questions := bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n"))
	asks := make([]Ask, len(questions))

	for i, question := range questions {
		if asks[i], err = choose(question, operations); err != nil {
			return err
		}
	}

	var answers bytes.Buffer

	for range times {
		answers.Reset()

		encoder := json.NewEncoder(&answers)
		encoder.SetEscapeHTML(false)

		start, before := time.Now(), worked()

		for i, question := range questions {
			if err := encoder.Encode(guarded(asks[i], question)); err != nil {
				return err
			}
		}

		took := round{Wall: time.Since(start).Nanoseconds(), CPU: worked() - before}
		if err := json.NewEncoder(os.Stdout).Encode(took); err != nil {
			return err
		}
	}

	return os.WriteFile(arguments[2], answers.Bytes(), 0o600)
}

// worked is the CPU time of this process so far, in nanoseconds.
func worked() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}

	return usage.Utime.Nano() + usage.Stime.Nano()
}
