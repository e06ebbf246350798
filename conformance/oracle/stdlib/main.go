// The oracle of Go's own library: regular expressions, addresses, durations and URLs as every upstream reads them.
package main

import (
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"time"

	"frank.local/oracle/protocol"
)

type text struct {
	Text string `json:"text"`
}

type match struct {
	Pattern string   `json:"pattern"`
	Texts   []string `json:"texts"`
}

func main() {
	protocol.Main(map[string]protocol.Ask{
		"regexp.match":   protocol.Of(regexpMatch),
		"netip.addr":     protocol.Of(addr),
		"netip.prefix":   protocol.Of(prefix),
		"netip.addrport": protocol.Of(addrPort),
		"duration.parse": protocol.Of(duration),
		"url.parse":      protocol.Of(parseURL),
	})
}

// regexpMatch compiles the pattern once and says for each text whether it matches somewhere.
func regexpMatch(in match) (any, error) {
	pattern, err := regexp.Compile(in.Pattern)
	if err != nil {
		return nil, err
	}

	matches := make([]bool, 0, len(in.Texts))
	for _, text := range in.Texts {
		matches = append(matches, pattern.MatchString(text))
	}

	return matches, nil
}

func addr(in text) (any, error) {
	value, err := netip.ParseAddr(in.Text)

	return printed(value, err)
}

func prefix(in text) (any, error) {
	value, err := netip.ParsePrefix(in.Text)
	if err != nil {
		return nil, err
	}

	return map[string]string{"printed": value.String(), "masked": value.Masked().String()}, nil
}

func addrPort(in text) (any, error) {
	value, err := netip.ParseAddrPort(in.Text)

	return printed(value, err)
}

// duration answers the canonical text and the nanoseconds, as text because JSON numbers lose the last digits.
func duration(in text) (any, error) {
	value, err := time.ParseDuration(in.Text)
	if err != nil {
		return nil, err
	}

	return map[string]string{"printed": value.String(), "nanoseconds": strconv.FormatInt(int64(value), 10)}, nil
}

func parseURL(in text) (any, error) {
	value, err := url.Parse(in.Text)
	if err != nil {
		return nil, err
	}

	return map[string]string{
		"printed": value.String(), "scheme": value.Scheme, "host": value.Host, "hostname": value.Hostname(),
		"port": value.Port(), "path": value.Path, "query": value.RawQuery, "opaque": value.Opaque,
	}, nil
}

func printed(value fmt.Stringer, err error) (any, error) {
	if err != nil {
		return nil, err
	}

	return value.String(), nil
}
