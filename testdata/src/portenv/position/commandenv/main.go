// Command commandenv leaves everything to its commands, which ask for PORT.
package main

import "portenv/position/commandenv/cmd"

func main() { cmd.Execute() }
