// Command command leaves everything to its commands.
package main

import "portenv/position/command/cmd"

func main() { // want "it comes from flag -port .http.ListenAndServe at cmd.go:17."
	cmd.Execute()
}
