package server

import (
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Running is a server where it is started, or a port that is bound for one.
type Running struct {
	ending.Start
	Proto   string // http, https, grpc, …; "" for raw
	Server  origin.Value
	Handler origin.Value
	On      origin.Value
	Life    Life
	Own     bool // the API is called in a module that is worked on

	Inner    Decided // Inherited: what was decided in the function that is called
	Resolved Decided // what is decided here
}

// Decided says which questions about a listener have an answer.
type Decided uint8

// What can be decided about a listener.
const (
	PortDecided Decided = 1 << iota
	HostDecided
	LifeDecided
	RoleDecided

	GivenBack // nothing is decided: the server is returned to those who call the function
)
