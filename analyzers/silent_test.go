package analyzers_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers"
)

func TestSilent(t *testing.T) {
	own := &analysis.Module{Path: "example.com/m"}
	other := &analysis.Module{Path: "example.com/m", Version: "v1.0.0"}
	tests := []struct {
		name, path string
		module     *analysis.Module
		imports    []string
		listeners  []string
		want       bool
	}{
		{"std", "net/http", nil, []string{"net"}, nil, true},
		{"no module, as with GOPATH", "example.com/m", nil, nil, nil, false},
		{"a package that is worked on", "example.com/m", own, nil, nil, false},
		{"a dependency", "example.com/m/text", other, []string{"fmt", "strings"}, nil, true},
		{"a dependency that may listen", "example.com/m/run", other, []string{"fmt", "net/http"}, nil, false},
		{"a dependency that registers profiles", "example.com/m/run", other, []string{"net/http/pprof"}, nil, false},
		{"a dependency that the catalogue knows", "github.com/gin-gonic/gin", &analysis.Module{Path: "github.com/gin-gonic/gin", Version: "v1.9.0"}, []string{"net/http"}, nil, true},
		{"one that imports what the user knows", "example.com/m/run", other, []string{"example.com/kit"}, []string{"serve example.com/kit.Run addr=0 stop=none"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			opts := &analyzers.Options{Listeners: tt.listeners}
			if got := opts.Silent(tt.path, tt.module, tt.imports); got != tt.want {
				t.Errorf("Silent() = %t, want %t", got, tt.want)
			}
		})
	}
}
