// Command package has its listener in another package, and calls it.
package main

import "portenv/position/package/server"

func main() {
	server.Run() // want "it comes from flag -port .http.ListenAndServe at server.go:13."
}
