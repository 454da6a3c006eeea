// Command wrapperuser is not to blame for the wrapper.
package main

import (
	"net/http"

	"noshutdown/packages/wrapper"
)

func main() { wrapper.Run(":8080", http.FileServer(http.Dir("."))) }
