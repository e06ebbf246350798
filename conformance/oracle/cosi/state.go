package main

import (
	"context"
	"net"

	"github.com/cosi-project/runtime/api/v1alpha1"
	"github.com/cosi-project/runtime/pkg/resource"
	"github.com/cosi-project/runtime/pkg/state"
	"github.com/cosi-project/runtime/pkg/state/impl/inmem"
	"github.com/cosi-project/runtime/pkg/state/impl/namespaced"
	"github.com/cosi-project/runtime/pkg/state/protobuf/server"
	"github.com/siderolabs/go-api-signature/pkg/message"
	"github.com/siderolabs/go-api-signature/pkg/pgp"
	"github.com/siderolabs/go-api-signature/pkg/serviceaccount"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"frank.local/oracle/protocol"
)

// servers are the state servers that run beside the questions, by address.
type servers struct {
	running map[string]running
}

type running struct {
	server *grpc.Server
	state  state.State
}

type serve struct {
	// Account is the text of the only service account whose calls are served; without one every call is.
	Account string `json:"account"`
	// TLS asks for a certificate of its own, for localhost and 127.0.0.1.
	TLS bool `json:"tls"`
}

type stop struct {
	Address string `json:"address"`
}

type finalizer struct {
	Address   string `json:"address"`
	Namespace string `json:"namespace"`
	Type      string `json:"type"`
	ID        string `json:"id"`
	// Name is the finalizer that is taken away.
	Name string `json:"name"`
}

// serve starts a state server on a free port of the loopback address and answers the address, and the certificate
// of whoever vouches for it.
func (s *servers) serve(in serve) (any, error) {
	var (
		options   []grpc.ServerOption
		authority string
	)

	if in.Account != "" {
		decoded, err := serviceaccount.Decode(in.Account)
		if err != nil {
			return nil, err
		}

		options = signed(decoded.Key)
	}

	if in.TLS {
		certificate, text, err := newCertificate()
		if err != nil {
			return nil, err
		}

		options = append(options, grpc.Creds(certificate))
		authority = text
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}

	core := namespaced.NewState(inmem.Build)
	served := grpc.NewServer(options...)
	v1alpha1.RegisterStateServer(served, server.NewState(core))

	// The server ends with the program or when it is told to stop; neither is an error.
	go served.Serve(listener) //nolint:errcheck

	address := listener.Addr().String()

	if s.running == nil {
		s.running = map[string]running{}
	}

	s.running[address] = running{server: served, state: state.WrapCore(core)}

	return map[string]string{"address": address, "authority": authority}, nil
}

// stop ends a server at once, as a machine that loses power does.
func (s *servers) stop(in stop) (any, error) {
	found, err := s.at(in.Address)
	if err != nil {
		return nil, err
	}

	found.server.Stop()
	delete(s.running, in.Address)

	return nil, nil
}

// release takes a finalizer away, as a controller does that is done with a resource.
func (s *servers) release(in finalizer) (any, error) {
	found, err := s.at(in.Address)
	if err != nil {
		return nil, err
	}

	pointer := resource.NewMetadata(in.Namespace, in.Type, in.ID, resource.VersionUndefined)

	return nil, found.state.RemoveFinalizer(context.Background(), pointer, in.Name)
}

func (s *servers) at(address string) (running, error) {
	found, ok := s.running[address]
	if !ok {
		return running{}, protocol.Misasked{Reason: "no server at " + address}
	}

	return found, nil
}

// signed lets only calls through that the key has signed.
func signed(key *pgp.Key) []grpc.ServerOption {
	check := func(ctx context.Context, method string) error {
		headers, _ := metadata.FromIncomingContext(ctx)
		if err := message.NewGRPC(headers, method).VerifySignature(key); err != nil {
			return status.Error(codes.Unauthenticated, err.Error())
		}

		return nil
	}

	return []grpc.ServerOption{
		grpc.UnaryInterceptor(func(ctx context.Context, request any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
			if err := check(ctx, info.FullMethod); err != nil {
				return nil, err
			}

			return next(ctx, request)
		}),
		grpc.StreamInterceptor(func(service any, stream grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) error {
			if err := check(stream.Context(), info.FullMethod); err != nil {
				return err
			}

			return next(service, stream)
		}),
	}
}
