// Command sole has one listener, which another package makes: it is what the
// program is there for.
package main

import "noshutdown/roles/sole/web"

func main() { run() }

func run() error {
	return web.Run() // want "http.ListenAndServe gives no handle"
}
