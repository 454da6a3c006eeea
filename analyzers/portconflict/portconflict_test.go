package portconflict_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/portconflict"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(portconflict.New(new(portconflict.Options)), false), "portconflict/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir string
		all bool
	}{
		{dir: "portconflict_platform"},
		{dir: "portconflict_cgo", all: true},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, alone.Rule(portconflict.New(new(portconflict.Options)), tt.all))
		})
	}
}
