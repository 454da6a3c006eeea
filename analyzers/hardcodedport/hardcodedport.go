package hardcodedport

import (
	_ "embed"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule.
type Options struct {
	// Allow lists ports that may be fixed.
	Allow []int `json:"allow"`
}

// Validate reports the first option that cannot be meant, by its key.
func (o *Options) Validate() error {
	for i, p := range o.Allow {
		if p < 0 || p > 65535 {
			return fmt.Errorf("allow[%d]: %d is not a port; use 0 to 65535", i, p)
		}
	}
	return nil
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "hardcodedport",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   func(p *rule.Pass) { check(p, opts) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var(rule.Checked(rule.Ints(&opts.Allow), opts.Validate), "allow", "comma-separated `ports` that may be fixed, such as 53,80,443")
		},
	}
}

func check(p *rule.Pass, opts *Options) {
	causes := make(map[string]bool)
	for _, l := range p.Program.Listeners {
		rounds := []*program.Listener{l}
		if _, fixed := l.Port.Fixed(); !fixed {
			rounds = p.Program.Rounds(l) // of a table, some may be
		}
		for _, round := range rounds {
			if because := silence(p.Program, l, round, opts); because != "" {
				p.Silent(l, because)
				continue
			}
			for _, one := range round.EachPort() {
				if cause := one.Cause(one.Port); causes[cause] {
					p.Silent(l, "another finding is about the same port")
				} else {
					causes[cause] = true
					report(p, one)
					p.About(l, one.Port)
				}
			}
		}
	}
}

// report reports the port of l.
func report(p *rule.Pass, l *program.Listener) {
	spot := l.Spot(l.Port)
	if _, at := l.Port.Written(); at == "" {
		p.Report(spot, nil, "port %s is hardcoded: %s listens on it by default, so the platform cannot choose another%s",
			list(l.FixedPorts()), l.API, p.Program.Route(l, l.Port, spot))
		return
	}
	p.Report(spot, fix(p, l, spot, nameFor(p.Program, l)), "port %s is hardcoded, so the platform cannot choose another%s",
		list(l.FixedPorts()), p.Program.Route(l, l.Port, spot))
}

// list returns ports as people write them.
func list(ports []int) string {
	var s []string
	for _, p := range ports {
		s = append(s, strconv.Quote(strconv.Itoa(p)))
	}
	slices.Sort(s)
	return strings.Join(slices.Compact(s), " or ")
}

// silence returns why nothing is reported of l, as it is in one round of a loop
// around it, or "".
func silence(p *program.Program, l, round *program.Listener, opts *Options) string {
	if l.Socket() {
		return "it listens on no port"
	}
	if !l.PortHere() {
		return l.NotHere(l.Port)
	}
	ports, ok := round.Ports()
	every := func(ok func(int) bool) bool {
		return !slices.ContainsFunc(ports, func(n int) bool { return !ok(n) })
	}
	switch {
	case !ok:
		return "the port " + round.Port.Elsewhere()
	case slices.Contains(ports, 0):
		return "the system chooses the port"
	case every(func(n int) bool { return slices.Contains(opts.Allow, n) }):
		return "the configuration allows it"
	case l.Role == program.ACME:
		return "the protocol of certificate authorities fixes the port"
	case l.Net == "multicast", l.Net == "raw", slices.ContainsFunc(l.Host.Known(), program.IsMulticast):
		return "it is no port that the platform could choose"
	case every(func(n int) bool { return protocolPort(l, n) }):
		return "the protocol fixes the port"
	case l.Auxiliary() && l.OnLoopback(), p.LocalByDesign(l):
		return "the listener is for this machine only"
	case every(func(n int) bool { return n == 80 }) && !l.TLS && (l.Auxiliary() && l.Role == program.Redirect || p.ServesTLS(l)):
		return "it is the plain port beside one with TLS"
	case every(func(n int) bool { return n == 443 }) && (p.ACME() || l.TLS && p.ServesPlain(l)):
		return "it is the TLS port of a program that serves the public by itself"
	case l.Probe:
		return "it only finds out whether the port is free"
	case l.Spare:
		return "any free port is taken where this one is not free"
	case p.Fallback(l):
		return "the server is given a listener elsewhere, and this is what it does without one"
	case p.ForDeveloper(l):
		return "it is for a developer's own machine"
	}
	return ""
}

// protocols are the ports of protocols whose servers are expected there.
var protocols = map[string][]int{
	"dns": {53, 853}, "smtp": {25, 465, 587}, "ssh": {22}, "ftp": {21}, "imap": {143, 993}, "ldap": {389, 636},
	"mqtt": {1883, 8883}, "syslog": {514, 6514}, "tftp": {69}, "snmp": {161, 162}, "ntp": {123},
	"socks": {1080}, "socks5": {1080}, "redis": {6379}, "resp": {6379}, "nats": {4222}, "dhcp": {67, 68},
}

// discovery are the ports of protocols that find who is there by multicast or
// broadcast, so that nobody could be told another: DHCP and PXE, SSDP, mDNS,
// BACnet and the like.
var discovery = []int{67, 68, 546, 547, 1900, 3702, 4011, 5353, 5355, 5678, 6771, 47808}

// protocolPort reports whether a protocol, not the program, fixes port n.
func protocolPort(l *program.Listener, n int) bool {
	if slices.Contains(protocols[l.Proto], n) {
		return true
	}
	if !l.Raw() {
		return false
	}
	return n < 1024 && n != 80 && n != 443 || l.Net == "udp" && slices.Contains(discovery, n)
}
