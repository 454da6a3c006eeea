// Command returnedgroup waits for a group of another package that does not count the drain.
package main

import "drain/returnedgroup/service"

func main() {
	service.New().Start().Wait() // want `returns as soon as its server is told to stop, and main ends without waiting for it`
}
