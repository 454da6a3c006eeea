// Package nogo names what the test builds, so that go.mod keeps it.
package nogo

import (
	_ "github.com/portvet/portvet/analyzers/directive"
	_ "golang.org/x/tools/go/gcexportdata"
)
