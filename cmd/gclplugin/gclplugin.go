// Package gclplugin makes portvet a module plugin of golangci-lint, under the
// one name portvet. Import it for its side effect, or name it in
// .custom-gcl.yml.
//
// The settings are [analyzers.Options] under its JSON names. A key that is
// not among them is an error, and so is a value that cannot be meant.
package gclplugin

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers"
)

func init() {
	register.Plugin("portvet", New)
}

// New makes the plugin from the settings in golangci-lint's configuration,
// which may be nil. The error names the key that is wrong.
func New(settings any) (register.LinterPlugin, error) {
	opts, err := register.DecodeSettings[analyzers.Options](settings)
	if err != nil {
		return nil, fmt.Errorf("portvet settings: %w", err)
	}
	opts.LeaveNolint = true // golangci-lint obeys them, and reports unused ones
	as, err := analyzers.New(&opts)
	if err != nil {
		return nil, fmt.Errorf("portvet settings: %w", err)
	}
	return plugin{as}, nil
}

// plugin is portvet as golangci-lint sees it.
type plugin struct {
	analyzers []*analysis.Analyzer
}

// BuildAnalyzers returns the rules that are on.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p.analyzers, nil }

// GetLoadMode asks for type information, without which no rule can work.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
