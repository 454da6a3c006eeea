// Package suppress calls listen, which one rule of the test reports, and
// serve, which another does.
package suppress

func listen() {}
func serve()  {}

func reported() {
	listen() // want "^hardcodedport: listen is called$"
	serve()  // want "^noshutdown: serve is called$"
}

func hidden() {
	listen() //portvet:ignore hardcodedport -- a protocol fixes it
	//portvet:ignore noshutdown,hardcodedport -- a one-off
	func() { listen(); serve() }()
	listen() //nolint:portvet // a protocol fixes it
}

//portvet:ignore hardcodedport -- all of them are fixed by a protocol
func hiddenInAll() {
	listen()
	func() { listen() }()
	serve() // want "serve is called"
}

func wrong() {
	listen() //portvet:ignore hardcodedport // want "^directive: portvet:ignore hardcodedport gives no reason"
	listen() //portvet:ignore hardport -- why // want "directive: .* names .hardport., which is no rule" "listen is called"
	listen() //portvet:ignore // want "names no rule" "listen is called"
	listen() //portvet:ingore hardcodedport -- why // want "unknown directive" "listen is called"
	listen() //portvet:ignore directive -- why // want "cannot be hidden" "listen is called"
}

func idle() {
	serve() //portvet:ignore hardcodedport -- why // want "portvet:ignore hides no finding of hardcodedport; remove it" "serve is called"
	serve() //portvet:ignore hardcodedport,noshutdown -- why // want "hides no finding of hardcodedport; remove it"
	//portvet:ignore hardcodedport,noshutdown -- why // want "hides no finding of hardcodedport, noshutdown;"
}

func leftAlone() {
	//portvet:ignore portenv -- the rule is not in use
	//nolint:portvet // this comment hides the finding of the next
	//portvet:ignore hardcodedport
}
