package program

import (
	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/base"
	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/supervisor"
)

// What rules ask about, by the names of the rooms that know.
type (
	Listener     = listener.Listener
	Part         = address.Part
	Fault        = address.Fault
	Conflict     = listener.Conflict
	Stop         = server.Stop
	Cut          = base.Cut
	Subscription = signals.Subscription
	Outcome      = ending.Outcome
	Given        = supervisor.Given
	Unheard      = heard.Unheard
	Chosen       = clock.Chosen
)

// How the error of a start fails to reach anybody: see [heard.Unheard].
const (
	Logged   = heard.Logged
	Lost     = heard.Lost
	Dropped  = heard.Dropped
	Inverted = heard.Inverted
	Deaf     = heard.Deaf
)

// What is wrong with how other packages call what drains: see [supervisor.Harm].
const (
	Timed     = supervisor.Timed
	Abandoned = supervisor.Abandoned
	Soon      = supervisor.Soon
	Begun     = supervisor.Begun
	Cancelled = supervisor.Cancelled
	Itself    = supervisor.Itself
	Exited    = supervisor.Exited
)

// What ends the context of requests before their drain: see [base.Cut].
const (
	CutBySignal = base.CutBySignal
	CutByStop   = base.CutByStop
	CutByGroup  = base.CutByGroup
	CutBefore   = base.CutBefore
	CutBehind   = base.CutBehind
	CutStop     = base.CutStop
)

// The roles of auxiliary listeners: see [role.Role].
const (
	Metrics  = role.Metrics
	Pprof    = role.Pprof
	Health   = role.Health
	ACME     = role.ACME
	Redirect = role.Redirect
	Operator = role.Operator
	Admin    = role.Admin
)

// The flaws of an address: see [address.Flaw].
const (
	NoColon     = address.NoColon
	PortAlone   = address.PortAlone
	TooMany     = address.TooMany
	WithScheme  = address.WithScheme
	OutOfRange  = address.OutOfRange
	UnknownName = address.UnknownName
	Brackets    = address.Brackets
)

// OperatorWords in a name say that something is for the operator.
var OperatorWords = listener.OperatorWords

// IsMulticast reports whether host is a multicast group.
func IsMulticast(host string) bool { return address.IsMulticast(host) }
