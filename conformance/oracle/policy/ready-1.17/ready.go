// Package ready prepares an agent's code for questions: up to 1.17 patterns of names need a cache, and the cache no log.
package ready

import "github.com/cilium/cilium/pkg/fqdn/re"

// Prepare does what the agent does when it starts.
func Prepare() error { return re.InitRegexCompileLRU(cached) }

// cached is the agent's own default.
const cached = 1024
