package ports

import (
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// TestTold: what several packages tell a library, of a port whose key another asks for.
func TestTold(t *testing.T) {
	asked := []analyzers.PlanOrigin{{Kind: "config", Key: "http.port", Asked: true}}
	prefixed := analyzers.PlanTold{On: true, Calls: 1, Prefixes: 1, Prefix: "shop", Replaced: []string{".", "_"}}
	key := func(k analyzers.PlanToldKey) analyzers.PlanTold {
		k.Key = "http.port"
		return analyzers.PlanTold{Keys: []analyzers.PlanToldKey{k}}
	}
	byDefault := key(analyzers.PlanToldKey{Origins: []analyzers.PlanOrigin{lit("80")}})
	file := analyzers.PlanTold{Files: true}
	for _, test := range []struct {
		name    string
		told    []analyzers.PlanTold
		origins []analyzers.PlanOrigin
		want    string
	}{
		{"variables and defaults", []analyzers.PlanTold{prefixed, byDefault}, asked, "env SHOP_HTTP_PORT, default 80"},
		{"and a file", []analyzers.PlanTold{file, prefixed, byDefault}, asked, "config http.port or env SHOP_HTTP_PORT, default 80"},
		{"two prefixes", []analyzers.PlanTold{prefixed, {Prefix: "store", Prefixes: 1}}, asked, "config http.port"},
		{"another without a prefix", []analyzers.PlanTold{prefixed, {On: true, Calls: 1}}, asked, "config http.port"},
		{"a name that nobody can set", []analyzers.PlanTold{{On: true, Calls: 1}, byDefault}, asked, "literal"},
		{"a bound variable", []analyzers.PlanTold{key(analyzers.PlanToldKey{Bound: true, Variables: []string{"PORT"}})}, asked, "env PORT"},
		{"a default alone", []analyzers.PlanTold{byDefault}, asked, "literal"},
		{"an address", []analyzers.PlanTold{prefixed, key(analyzers.PlanToldKey{Origins: []analyzers.PlanOrigin{lit("localhost:80")}})}, asked, "env SHOP_HTTP_PORT, default 80"},
		{"nothing about the key", []analyzers.PlanTold{{Prefix: "shop", Prefixes: 1}}, asked, "config http.port"},
		{"a field of a struct", []analyzers.PlanTold{prefixed, byDefault}, []analyzers.PlanOrigin{{Kind: "config", Key: "http.port"}}, "env SHOP_HTTP_PORT, default 80"},
		{"a field of which nothing is said", []analyzers.PlanTold{prefixed}, []analyzers.PlanOrigin{{Kind: "config", Key: "http.port"}}, "config http.port"},
		{"a name without the prefix", []analyzers.PlanTold{prefixed}, append([]analyzers.PlanOrigin{{Kind: "env", Name: "HTTP_PORT", Wins: true}}, asked...), "env SHOP_HTTP_PORT"},
	} {
		var pkgs []*driver.Planned
		for _, told := range test.told {
			pkgs = append(pkgs, &driver.Planned{PlanPackage: analyzers.PlanPackage{Told: []analyzers.PlanTold{told}}})
		}
		if got := From(toldBy(pkgs).complete(test.origins, func(_, port string) string { return port })); got != test.want {
			t.Errorf("%s: have %s, want %s", test.name, got, test.want)
		}
	}
}
