// Command webuser starts and does not stop, which it could.
package main

import (
	"net/http"

	"noshutdown/packages/web"
)

func main() {
	a := web.New(":8080", http.FileServer(http.Dir(".")))
	a.Run()
}
