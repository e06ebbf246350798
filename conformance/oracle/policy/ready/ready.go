// Package ready prepares an agent's code for questions: from 1.19 on nothing is needed.
package ready

// Prepare does what the agent does when it starts.
func Prepare() error { return nil }
