// Command site does what its command line says.
package main

import "listenerr/hookpackages/site/command"

func main() { command.Serve() }
