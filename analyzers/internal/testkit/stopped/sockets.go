package stopped

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// listening returns what a process listens on for TCP, as the kernel says. It
// knows nothing but on Linux.
func listening(pid int) (addrs []netip.AddrPort, err error) {
	if runtime.GOOS != "linux" {
		return nil, nil
	}
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	open, err := os.ReadDir(filepath.Join(proc, "fd"))
	if err != nil {
		return nil, err
	}
	own := make(map[string]bool) // inodes
	for _, fd := range open {
		target, _ := os.Readlink(filepath.Join(proc, "fd", fd.Name())) // closed since
		if inode, ok := strings.CutPrefix(target, "socket:["); ok {
			own[strings.TrimSuffix(inode, "]")] = true
		}
	}
	for _, table := range []string{"tcp", "tcp6"} {
		text, err := os.ReadFile(filepath.Join(proc, "net", table))
		if os.IsNotExist(err) {
			continue // a machine without IPv6
		}
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			const local, state, inode, listen = 1, 3, 9, "0A"
			f := strings.Fields(line)
			if len(f) <= inode || f[state] != listen || !own[f[inode]] {
				continue
			}
			a, err := parseAddr(f[local])
			if err != nil {
				return nil, fmt.Errorf("/proc/net/%s: %w", table, err)
			}
			addrs = append(addrs, a)
		}
	}
	return addrs, nil
}

// parseAddr reads an address as the kernel writes it, "0100007F:1F90": words of
// four bytes, each in the order of the machine.
func parseAddr(s string) (netip.AddrPort, error) {
	host, port, _ := strings.Cut(s, ":")
	words, err := hex.DecodeString(host)
	if err != nil {
		return netip.AddrPort{}, err
	}
	for i := 0; i+4 <= len(words); i += 4 {
		binary.NativeEndian.PutUint32(words[i:], binary.BigEndian.Uint32(words[i:]))
	}
	ip, ok := netip.AddrFromSlice(words)
	if !ok {
		return netip.AddrPort{}, fmt.Errorf("no address: %q", s)
	}
	n, err := strconv.ParseUint(port, 16, 16)
	return netip.AddrPortFrom(ip, uint16(n)), err
}
