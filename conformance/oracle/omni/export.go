package main

import (
	"bytes"
	"context"
	"io"
	"os"

	"github.com/cosi-project/runtime/pkg/safe"
	"github.com/cosi-project/runtime/pkg/state"
	"github.com/cosi-project/runtime/pkg/state/impl/inmem"
	"github.com/cosi-project/runtime/pkg/state/impl/namespaced"
	"github.com/siderolabs/omni/client/pkg/omni/resources/omni"
	"github.com/siderolabs/omni/client/pkg/template/operations"
)

type exported struct {
	templateText
	// KernelArgs includes the kernel arguments of every machine.
	KernelArgs bool `json:"kernel_args"`
}

// export syncs a template to an empty state and exports the cluster from there.
func export(in exported) (any, error) {
	ctx := context.Background()
	resources := state.WrapCore(namespaced.NewState(inmem.Build))

	err := in.inDirectory(func(file io.Reader, root *os.Root) error {
		return operations.SyncTemplate(ctx, file, io.Discard, resources, operations.SyncOptions{}, root)
	})
	if err != nil {
		return nil, err
	}

	clusters, err := safe.ReaderListAll[*omni.Cluster](ctx, resources)
	if err != nil {
		return nil, err
	}

	var printed bytes.Buffer

	for cluster := range clusters.All() {
		if _, err := operations.ExportTemplate(ctx, resources, cluster.Metadata().ID(), in.KernelArgs, &printed); err != nil {
			return nil, err
		}
	}

	return printed.String(), nil
}
