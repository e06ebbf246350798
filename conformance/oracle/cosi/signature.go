package main

import (
	"time"

	"github.com/siderolabs/go-api-signature/pkg/message"
	"github.com/siderolabs/go-api-signature/pkg/pgp"
	"github.com/siderolabs/go-api-signature/pkg/serviceaccount"
	"google.golang.org/grpc/metadata"
)

type account struct {
	Name string `json:"name"`
	// Hours is the lifetime of the key; 24 when absent.
	Hours int `json:"hours"`
}

type accountText struct {
	Text string `json:"text"`
}

type call struct {
	// Account is the text of a service account; verifying needs only its public half.
	Account string `json:"account"`
	// Method is the full name, such as /cosi.resource.State/Get.
	Method string `json:"method"`
	// Metadata are the headers of the call, in lower case.
	Metadata map[string][]string `json:"metadata"`
}

// newAccount makes a key and the text that carries it.
func newAccount(in account) (any, error) {
	if in.Hours == 0 {
		in.Hours = 24
	}

	key, err := pgp.GenerateKey(in.Name, "", in.Name+"@serviceaccount.omni.sidero.dev", time.Duration(in.Hours)*time.Hour)
	if err != nil {
		return nil, err
	}

	text, err := serviceaccount.Encode(in.Name, key)
	if err != nil {
		return nil, err
	}

	return map[string]string{"text": text, "fingerprint": key.Fingerprint()}, nil
}

// readAccount says what a text carries, and whether its key may be used.
func readAccount(in accountText) (any, error) {
	decoded, err := serviceaccount.Decode(in.Text)
	if err != nil {
		return nil, err
	}

	usable := ""
	if err := decoded.Key.Validate(); err != nil {
		usable = err.Error()
	}

	return map[string]any{
		"name": decoded.Name, "fingerprint": decoded.Key.Fingerprint(), "unusable": usable,
	}, nil
}

// sign answers the headers with those of the signature added.
func sign(in call) (any, error) {
	decoded, err := serviceaccount.Decode(in.Account)
	if err != nil {
		return nil, err
	}

	headers := metadata.MD(in.Metadata)
	if headers == nil {
		headers = metadata.MD{}
	}

	if err := message.NewGRPC(headers, in.Method).Sign(decoded.Name, decoded.Key); err != nil {
		return nil, err
	}

	return headers, nil
}

// verify checks headers as a server does; the clock is the machine's.
func verify(in call) (any, error) {
	decoded, err := serviceaccount.Decode(in.Account)
	if err != nil {
		return nil, err
	}

	received := message.NewGRPC(metadata.MD(in.Metadata), in.Method)
	if err := received.VerifySignature(decoded.Key); err != nil {
		return nil, err
	}

	signature, err := received.Signature()
	if err != nil {
		return nil, err
	}

	return map[string]string{"identity": signature.Identity, "fingerprint": signature.KeyFingerprint}, nil
}
