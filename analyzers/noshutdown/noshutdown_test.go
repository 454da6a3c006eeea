package noshutdown_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/noshutdown"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(noshutdown.New(new(noshutdown.Options)), false), "noshutdown/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir string
		all bool
	}{
		{dir: "noshutdown_platform"},
		{dir: "noshutdown_lifecycle"},
		{dir: "noshutdown_cgo", all: true},
		{dir: "noshutdown_go120"},
		{dir: "noshutdown_protocols"},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, alone.Rule(noshutdown.New(new(noshutdown.Options)), tt.all))
		})
	}
}
