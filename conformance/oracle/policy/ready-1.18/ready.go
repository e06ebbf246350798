// Package ready prepares an agent's code for questions: up to 1.18 patterns of names need a cache.
package ready

import (
	"log/slog"

	"github.com/cilium/cilium/pkg/fqdn/re"
)

// Prepare does what the agent does when it starts.
func Prepare() error { return re.InitRegexCompileLRU(slog.Default(), cached) }

// cached is the agent's own default.
const cached = 1024
