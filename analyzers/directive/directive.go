// Package directive exports the rule about portvet:ignore comments as an
// analyzer, for drivers that take analyzers one by one.
package directive

import (
	"github.com/portvet/portvet/analyzers/drain"
	"github.com/portvet/portvet/analyzers/hardcodedport"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/listenerr"
	"github.com/portvet/portvet/analyzers/loopbackbind"
	"github.com/portvet/portvet/analyzers/nohealth"
	"github.com/portvet/portvet/analyzers/noshutdown"
	"github.com/portvet/portvet/analyzers/portaddr"
	"github.com/portvet/portvet/analyzers/portconflict"
	"github.com/portvet/portvet/analyzers/portenv"
	"github.com/portvet/portvet/analyzers/sigterm"
)

// Analyzer is the rule, which asks all others whether a comment hides one of
// their findings. What they find is not reported by it.
var Analyzer = rule.ExportedDirective(
	hardcodedport.Analyzer,
	loopbackbind.Analyzer,
	portenv.Analyzer,
	portaddr.Analyzer,
	noshutdown.Analyzer,
	sigterm.Analyzer,
	drain.Analyzer,
	listenerr.Analyzer,
	portconflict.Analyzer,
	nohealth.Analyzer,
)
