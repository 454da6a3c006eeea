// Command waits waits for a group of another package that counts the drain.
package main

import "drain/returnedgroup/service"

func main() {
	service.New().StartWhole().Wait()
}
