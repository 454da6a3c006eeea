// Command service shows nothing.
package main

import "example.com/desktop/internal/api"

func main() {
	api.Serve("localhost:8080") // want `host "localhost".*passed to net.Listen`
}
