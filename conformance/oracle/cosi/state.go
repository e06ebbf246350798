package main

import (
	"context"
	"net"

	"github.com/cosi-project/runtime/api/v1alpha1"
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
	running map[string]*grpc.Server
}

type serve struct {
	// Account is the text of the only service account whose calls are served; without one every call is.
	Account string `json:"account"`
}

type stop struct {
	Address string `json:"address"`
}

// serve starts a state server on a free port of the loopback address, without TLS, and answers the address.
func (s *servers) serve(in serve) (any, error) {
	var options []grpc.ServerOption

	if in.Account != "" {
		decoded, err := serviceaccount.Decode(in.Account)
		if err != nil {
			return nil, err
		}

		options = signed(decoded.Key)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}

	running := grpc.NewServer(options...)
	v1alpha1.RegisterStateServer(running, server.NewState(namespaced.NewState(inmem.Build)))

	// The server ends with the program or when it is told to stop; neither is an error.
	go running.Serve(listener) //nolint:errcheck

	address := listener.Addr().String()

	if s.running == nil {
		s.running = map[string]*grpc.Server{}
	}

	s.running[address] = running

	return map[string]string{"address": address}, nil
}

// stop ends a server at once, as a machine that loses power does.
func (s *servers) stop(in stop) (any, error) {
	running, ok := s.running[in.Address]
	if !ok {
		return nil, protocol.Misasked{Reason: "no server at " + in.Address}
	}

	running.Stop()
	delete(s.running, in.Address)

	return nil, nil
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
