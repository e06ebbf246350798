// The oracle of Talos' scalars: one text into one of the types that machine configurations are made of, and back.
package main

import (
	"encoding/json"
	"reflect"
	"time"

	"github.com/siderolabs/talos/pkg/machinery/config/types/block"
	"github.com/siderolabs/talos/pkg/machinery/config/types/meta"
	"github.com/siderolabs/talos/pkg/machinery/config/types/network"
	"github.com/siderolabs/talos/pkg/machinery/config/types/v1alpha1"
	"github.com/siderolabs/talos/pkg/machinery/nethelpers"
	"go.yaml.in/yaml/v4"

	"frank.local/oracle/protocol"
)

var types = map[string]reflect.Type{
	"addr":              reflect.TypeFor[network.Addr](),
	"addr-port":         reflect.TypeFor[network.AddrPort](),
	"byte-size":         reflect.TypeFor[block.ByteSize](),
	"disk-size":         reflect.TypeFor[v1alpha1.DiskSize](),
	"disk-size-matcher": reflect.TypeFor[v1alpha1.InstallDiskSizeMatcher](),
	"duration":          reflect.TypeFor[time.Duration](),
	"endpoint":          reflect.TypeFor[v1alpha1.Endpoint](),
	"hardware-addr":     reflect.TypeFor[nethelpers.HardwareAddr](),
	"percentage-size":   reflect.TypeFor[block.PercentageSize](),
	"prefix":            reflect.TypeFor[network.Prefix](),
	"size":              reflect.TypeFor[block.Size](),
	"url":               reflect.TypeFor[meta.URL](),
}

type scalar struct {
	Text string `json:"text"`
	Type string `json:"type"`
}

func main() {
	protocol.Main(map[string]protocol.Ask{"scalar.read": protocol.Of(read)})
}

// read takes the text as a string in quotes, and answers what Talos writes for the value.
func read(in scalar) (any, error) {
	kind, known := types[in.Type]
	if !known {
		return nil, protocol.Misasked{Reason: "unknown type " + in.Type}
	}

	quoted, err := json.Marshal(in.Text)
	if err != nil {
		return nil, protocol.Misasked{Reason: err.Error()}
	}

	// As the item of a list: the library handles a document that is nothing but a scalar in a way of its own.
	value := reflect.New(reflect.SliceOf(reflect.PointerTo(kind)))
	if err := yaml.Unmarshal([]byte("- "+string(quoted)), value.Interface()); err != nil {
		return nil, err
	}

	written, err := yaml.Marshal(value.Interface())
	if err != nil {
		return nil, err
	}

	var back yaml.Node
	if err := yaml.Unmarshal(written, &back); err != nil {
		return nil, err
	}

	return back.Content[0].Content[0].Value, nil
}
