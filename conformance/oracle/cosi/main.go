// The oracle of what Omni is built on: request signatures, resource metadata as YAML, and a state server in memory
// behind the signature check.
package main

import "frank.local/oracle/protocol"

func main() {
	servers := &servers{}

	protocol.Main(map[string]protocol.Ask{
		"account.new":      protocol.Of(newAccount),
		"account.read":     protocol.Of(readAccount),
		"signature.sign":   protocol.Of(sign),
		"signature.verify": protocol.Of(verify),
		"cosi.metadata":    protocol.Of(readMetadata),
		"state.serve":      protocol.Of(servers.serve),
		"state.stop":       protocol.Of(servers.stop),
		"state.release":    protocol.Of(servers.release),
	})
}
