package catalog

import "strconv"

// What follows is a row of the catalogue, as the rest of the engine reads it.

// Kind is what an API does.
type Kind string

// The kinds of rows. See std.txt for what each means and its attributes.
const (
	Bind     Kind = "bind"     // makes a listener
	Serve    Kind = "serve"    // starts a server
	Server   Kind = "server"   // is a type of servers
	Option   Kind = "option"   // chooses the address of a server made elsewhere
	Field    Kind = "field"    // a field that chooses an address by being set
	Wrap     Kind = "wrap"     // returns the listener it is given
	NotPort  Kind = "notport"  // makes a listener that is no port of the machine
	Group    Kind = "group"    // makes a socket a member of a multicast group
	Test     Kind = "test"     // a server for tests
	Address  Kind = "address"  // builds or takes apart an address
	Env      Kind = "env"      // reads an environment variable
	Flag     Kind = "flag"     // defines or reads a flag
	Config   Kind = "config"   // reads configuration
	Decode   Kind = "decode"   // fills what an argument points to
	Scan     Kind = "scan"     // writes what a text says through pointers
	Implicit Kind = "implicit" // makes a configuration library read the environment
	Route    Kind = "route"    // registers a handler on a mux
	Mux      Kind = "mux"      // makes a mux
	Handler  Kind = "handler"  // makes or wraps a handler
	Owner    Kind = "owner"    // owns the life of what is given to it
	Work     Kind = "work"     // holds what a command does, or runs commands
	Request  Kind = "request"  // is a type by which handlers are told of a request
	Inject   Kind = "inject"   // is part of a container that calls functions with what others return
	Desktop  Kind = "desktop"  // shows that a program runs on somebody's desktop
	Exit     Kind = "exit"     // ends the process
	Signal   Kind = "signal"   // handles signals of the process, or changes who does

	Middleware Kind = "middleware" // stands before the routes of a mux, or makes what does
)

// Slot says where in a call a value stands: an argument, the receiver, or a
// field of one of them.
type Slot struct {
	Set   bool
	Arg   int    // index of the argument, Receiver, or Result
	Field string // field of it, or ""
}

// OnReceiver is the slot of a method's receiver.
var OnReceiver = Slot{Set: true, Arg: Receiver}

// Special values of Slot.Arg.
const (
	Receiver = -1
	Result   = -2
)

// String returns the slot as it is written in a row.
func (s Slot) String() string {
	if !s.Set {
		return "-"
	}
	base := strconv.Itoa(s.Arg)
	switch s.Arg {
	case Receiver:
		base = "recv"
	case Result:
		base = "result"
	}
	if s.Field != "" {
		base += "." + s.Field
	}
	return base
}

// Row is one API. What a row of its kind cannot have is zero.
type Row struct {
	Kind    Kind
	Package string // import path
	Symbol  string // types.Func.FullName, or package.Type[.Field], or package.Var; "" for a whole package

	Places
	Listening
	Stopping
	Lookup
	Routing
	Signalling

	Inner string // serve: the field of the receiver that serves in fact; owner: see there
	Op    string // address: what is built; route, mux: subtree or files; signal, inject, work: see there
	// Without is a method of the receiver's type, exported or not, by which a
	// version of the library is known for which the row does not hold.
	Without string
}

// Places are where an address and what serves on it stand in a call.
type Places struct {
	Network  Slot
	Addr     Slot
	Host     Slot
	Port     Slot
	Listener Slot
	Handler  Slot
	Server   Slot
}

// Listening is what binds and serves do with an address.
type Listening struct {
	Proto   string // http, https, grpc, dns, …; "" for raw
	Net     string // tcp or udp, where no argument says it
	Empty   string // address that "" stands for
	Absent  string // address that leaving the argument, or the constructor's option, out stands for; "PORT" before a comma if the environment is asked first
	Fixed   string // address that the library fixes itself
	Off     string // value that switches the listener off
	Role    string // auxiliary role: metrics, pprof, health, acme, redirect
	Lax     bool   // bind, serve: takes more for an address than host:port
	IPv4    string // serve: the setting, TYPE.FIELD, without which it listens on IPv4 only
	Reuse   bool   // bind: the port may be shared with other sockets (SO_REUSEPORT)
	ReuseBy Slot   // bind: with this set, the port may be shared with other sockets
	// Override is a variable of the environment. Of an option: it wins over the
	// address that the option chooses, once the program has called what has an
	// implicit row with the same variable.
	Override string
}

// Stopping is how a server ends.
type Stopping struct {
	Stop     []string // server: graceful stop methods; serve: none, ctx or builtin
	Abrupt   []string // server: methods that stop without draining
	Ends     string   // server: what starting it does when it is stopped: error, nil (at once), or drained
	Asks     string   // server: "ctx" when a graceful stop asks its context as soon as it has to wait for a request, and panics without one
	Graceful Slot     // serve: with this set, the call drains by itself
	// Early is set when a call that drains by itself returns before that has
	// ended: "yes", or a field or method of the receiver's type by which the
	// versions are known that wait.
	Early string
	// Inside says of a method of the program's own that it makes the listener itself
	// that it serves on. No text has it.
	Inside bool
}

// Lookup is how a value is read from the environment, flags or configuration.
type Lookup struct {
	Key     Slot     // env, flag and config: the name
	Default Slot     // env, flag and config: the fallback
	Out     Slot     // where the value is written through a pointer; of several, the first
	From    Slot     // decode, scan: the text, or what it is read from
	Format  Slot     // scan: what the text looks like, as fmt.Sscanf has it
	Env     bool     // decode, config: reads the environment implicitly
	Tags    []string // decode: struct tags that name an environment variable
	Names   string   // decode: path when variables are named by the fields that lead to them
	Prefix  Slot     // decode: what stands before the names of all variables
}

// Routing is what is served, and on which mux.
type Routing struct {
	Pattern Slot // routes
	Mux     Slot // routes: the mux; mux: the router that it is a part of
}

// Signalling is how a program is told of signals.
type Signalling struct {
	Signals  Slot     // the first of the signals; when it is variadic, all that follow
	Channel  Slot     // that they arrive on
	Context  Slot     // that they cancel
	Parent   Slot     // the context that it is derived from
	Callback Slot     // the function that they call
	Caught   []string // those caught when the call names none (SIGTERM, …; all)
}
