package manifest

import (
	"net"
	"testing"
)

func TestHostPort(t *testing.T) {
	for _, addr := range []string{
		"", ":", ":80", "80", "localhost", "localhost:80", "localhost:http", "127.0.0.1:8080", "::1", "::1:80", "[::1]", "[::1]:80", "[::1]:",
		"[]:80", "[::1", "[::1:80", "::1]:80", "[::1]80", "[::1]]:80", "[[::1]]:80", "a[b:80", "a]b:80", "a:8[0", "a:8]0", "[a]:b:80", "[fe80::1%eth0]:80", "[a]:[b]:1",
	} {
		host, port, ok := HostPort(addr)
		wantHost, wantPort, err := net.SplitHostPort(addr)
		if host != wantHost || port != wantPort || ok != (err == nil) {
			t.Errorf("HostPort(%q) = %q, %q, %t; net.SplitHostPort returns %q, %q, %v", addr, host, port, ok, wantHost, wantPort, err)
		}
	}
}
