package manifest

import "strings"

// HostPort takes an address apart as net.SplitHostPort does, and reports
// whether it can be. With package net the program would be linked against the
// C library, which costs each of go vet's starts a third of its time.
func HostPort(addr string) (host, port string, ok bool) {
	i := strings.LastIndexByte(addr, ':')
	if i < 0 {
		return "", "", false
	}
	host, port = addr[:i], addr[i+1:]
	if inner, bracketed := strings.CutPrefix(host, "["); bracketed {
		if host, bracketed = strings.CutSuffix(inner, "]"); !bracketed {
			return "", "", false
		}
	} else if strings.Contains(host, ":") {
		return "", "", false
	}
	if strings.ContainsAny(host+port, "[]") {
		return "", "", false
	}
	return host, port, true
}
